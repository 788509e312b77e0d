import torch


def powers(a):
    return torch.stack([a**k for k in range(3)])


x = torch.tensor([2.0, 3.0])
print(torch.vmap(powers)(x))
