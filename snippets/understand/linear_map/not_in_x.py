import torch


def vjp(x):
    x = torch.tensor(x, requires_grad=True)
    (x**3).backward(torch.tensor(1.0))
    return x.grad


print(vjp(1.0) + vjp(2.0), vjp(3.0))
