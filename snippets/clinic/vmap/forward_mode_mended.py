import torch


def f(x):
    return torch.cdist(x, x).sum()


x = torch.tensor([[0.0, 0.0], [3.0, 4.0]])
t = torch.tensor([[0.0, 0.0], [1.0, 0.0]])
g = torch.func.grad(f)(x)
print((g * t).sum())
