import torch


def f(x):
    x.requires_grad_()
    return (x**2).sum()


torch.func.grad(f)(torch.tensor([1.0, 2.0, 3.0]))
