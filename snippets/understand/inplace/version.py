import torch

h = torch.tensor([1.0, 2.0, 3.0])
print(h._version)
h += 1
h[0] = 100.0
print(h._version)
