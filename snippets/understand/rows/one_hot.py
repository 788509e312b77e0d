import torch


def f(x):
    x1, x2, x3 = x
    return torch.stack(
        [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
    )


x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()

for e in torch.eye(3):
    x.grad = None
    f(x).backward(e)
    print(e, x.grad)
