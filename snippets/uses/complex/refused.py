import torch

z = torch.tensor([1 + 2j])
torch.func.jacrev(torch.sin)(z)
