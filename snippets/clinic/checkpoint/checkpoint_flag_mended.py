import torch
from torch.utils.checkpoint import checkpoint

x = torch.tensor([0.0, 0.0], requires_grad=True)
y = checkpoint(torch.exp, x, use_reentrant=False)
y.sum().backward()
print(x.grad)
