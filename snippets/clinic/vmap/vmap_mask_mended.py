import torch


def positive(a):
    return torch.where(a > 0, a, 0.0).sum()


x = torch.tensor([[1.0, -2.0], [3.0, 4.0]])
print(torch.vmap(positive)(x))
