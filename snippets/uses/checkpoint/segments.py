import torch
from torch.utils.checkpoint import (
    checkpoint_sequential,
)

layers = [torch.sin] * 64
x = torch.ones(1, requires_grad=True)

for k in (1, 2, 4, 8, 16, 32, 64):
    kept = []
    with torch.autograd.graph.saved_tensors_hooks(
        lambda t: kept.append(t) or t, lambda t: t
    ):
        y = checkpoint_sequential(
            layers, k, x, use_reentrant=False
        )
    (grad,) = torch.autograd.grad(y, x)
    print(k, len(kept), grad)
