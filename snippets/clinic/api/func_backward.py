import torch


def f(x):
    loss = (x**2).sum()
    loss.backward()
    return loss


torch.func.grad(f)(torch.tensor([1.0, 2.0, 3.0]))
