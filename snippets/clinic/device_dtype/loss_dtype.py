import torch
from torch.nn import functional as F

p = torch.tensor([0.2, 0.9], requires_grad=True)
target = torch.tensor([0.0, 1.0]).double()
loss = F.binary_cross_entropy(p, target)
loss.backward()
