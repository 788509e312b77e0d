import torch


def f(x):
    x1, x2, x3 = x
    return torch.stack(
        [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
    )


x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()


def vjp(v):
    x.grad = None
    f(x).backward(torch.tensor(v))
    return x.grad


print(vjp([1.0, 0.0, 2.0]) + vjp([0.0, 5.0, 1.0]))
print(vjp([1.0, 5.0, 3.0]))
