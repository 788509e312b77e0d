import torch
from torch import nn

layer = nn.Embedding(5, 2, sparse=True)
i = torch.tensor([1, 3, 1])
v = torch.tensor(
    [[1.0, 10.0], [2.0, 20.0], [3.0, 30.0]]
)

layer(i).backward(v)
g = layer.weight.grad
print(g._indices())
print(g._values())
print(g.coalesce().indices())
print(g.coalesce().values())
