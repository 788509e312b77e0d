import torch

i = torch.tensor([2, 0, 2])

x = torch.zeros(4)
x[i] += 1
print(x)

x = torch.zeros(4)
x.index_add_(0, i, torch.ones(3))
print(x)
