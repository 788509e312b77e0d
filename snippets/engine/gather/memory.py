import torch
from torch import nn


def size(t):
    return t.numel() * t.element_size()


i = torch.arange(64)
for rows in 10_000, 100_000:
    for sparse in False, True:
        layer = nn.Embedding(
            rows, 32, sparse=sparse
        )
        layer(i).sum().backward()
        g = layer.weight.grad
        parts = (
            [g._indices(), g._values()]
            if sparse
            else [g]
        )
        print(rows, sparse, sum(map(size, parts)))
