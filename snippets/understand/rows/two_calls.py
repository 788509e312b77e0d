import torch


def f(x):
    x1, x2, x3 = x
    return torch.stack(
        [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
    )


x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()

f(x).backward(torch.tensor([1.0, 0.0, 0.0]))
print(x.grad)
f(x).backward(torch.tensor([0.0, 1.0, 0.0]))
print(x.grad)
