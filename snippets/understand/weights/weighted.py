import torch


def f(x):
    x1, x2, x3 = x
    return torch.stack(
        [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
    )


x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()
v = torch.tensor([0.1, 0.2, 0.3])

f(x).backward(v)
print(x.grad)

x.grad = None
(v * f(x)).sum().backward()
print(x.grad)
