import torch
from torch.utils.checkpoint import (
    checkpoint_sequential,
)

layers = [torch.sin] * 64
x = torch.ones(1, requires_grad=True)
hooks = torch.autograd.graph.saved_tensors_hooks


def pack(t):
    kept.append(t.shape)
    return t.detach()


for k in (1, 2, 4, 8, 16, 32, 64):
    kept = []
    with hooks(pack, lambda t: t):
        y = checkpoint_sequential(
            layers, k, x, use_reentrant=False
        )
    (g,) = torch.autograd.grad(y, x)
    print(k, len(kept), g)
