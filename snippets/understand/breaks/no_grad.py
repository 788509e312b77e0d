import torch

x = torch.tensor(3.0, requires_grad=True)

with torch.no_grad():
    inside = 2 * x
outside = 2 * x
print(inside.requires_grad, outside.requires_grad)
