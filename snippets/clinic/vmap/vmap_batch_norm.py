import torch

norm = torch.nn.BatchNorm1d(2)
x = torch.arange(8.0).reshape(2, 2, 2)
torch.vmap(norm)(x)
