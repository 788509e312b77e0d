import torch
from torch.nn.functional import pad

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = pad(x, (0, 1))
(y**2).sum().backward()
print(y, x.grad)
