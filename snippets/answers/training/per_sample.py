import torch
from torch.func import grad, vmap


def loss(w, x):
    return (w * x).sum() ** 2


w = torch.tensor([1.0, 2.0])
X = torch.tensor([[1.0, 0], [0, 1], [1, 1]])
each = vmap(grad(loss), in_dims=(None, 0))
print(each(w, X))
print(each(w, X).sum(0))
