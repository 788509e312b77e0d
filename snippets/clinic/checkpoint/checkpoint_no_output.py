import torch
from torch.utils.checkpoint import checkpoint


@torch.no_grad()
def encode(x):
    return 2 * x


x = torch.tensor([1.0, 2.0], requires_grad=True)
y = checkpoint(encode, x, use_reentrant=True)
y.sum().backward()
