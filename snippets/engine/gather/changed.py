import torch
from torch import nn

i = torch.tensor([1, 3, 1])
for options in (
    {},
    {"padding_idx": 1},
    {"scale_grad_by_freq": True},
):
    layer = nn.Embedding(5, 2, **options)
    layer(i).sum().backward()
    print(layer.weight.grad[:, 0], *options)
