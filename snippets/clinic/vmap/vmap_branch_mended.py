import torch


def huber(a):
    return torch.where(
        a.abs() < 1, a**2 / 2, a.abs() - 0.5
    )


x = torch.tensor([0.5, -3.0])
print(torch.vmap(huber)(x))
