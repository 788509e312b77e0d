import torch
from torch import nn

layer = nn.Embedding(5, 2, sparse=True)
layer(torch.tensor([1, 3, 1])).sum().backward()

adam = torch.optim.SparseAdam(layer.parameters())
adam.step()
print("SparseAdam: done")
torch.optim.Adam(layer.parameters()).step()
