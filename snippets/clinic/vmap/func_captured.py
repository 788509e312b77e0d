import torch

steps = torch.zeros(())


def loss(w):
    steps.add_(1)
    return (w**2).sum()


torch.func.grad(loss)(torch.tensor([1.0, 2.0]))
