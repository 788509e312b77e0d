import torch

w = torch.tensor(3.0, requires_grad=True)
buffer = torch.ones(3)
with torch.no_grad():
    head = buffer[:2]

head.mul_(w)
