import torch


def positive(a):
    return a[a > 0].sum()


x = torch.tensor([[1.0, -2.0], [3.0, 4.0]])
torch.vmap(positive)(x)
