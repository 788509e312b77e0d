import torch
from torch.utils.checkpoint import checkpoint

cache = []


def attend(q):
    return torch.stack([*cache, q]) @ q


q = torch.tensor([1.0, 2.0], device="cpu")
q.requires_grad_()
y = checkpoint(attend, q, use_reentrant=False)
y.sum().backward()
cache.append(q.detach())
print(q.grad)
