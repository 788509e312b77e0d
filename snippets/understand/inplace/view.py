import torch

h = torch.tensor([1.0, 2.0, 3.0])
first = h[:2]
copy = h[[0, 1]]

h[0] = 100.0
print(first)
print(copy)
