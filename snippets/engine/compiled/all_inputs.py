import torch
from torch.utils.flop_counter import (
    FlopCounterMode,
)


def f(x, W):
    return torch.tanh(x @ W)


x = torch.ones(1, 8, requires_grad=True)
W = torch.ones(8, 4, requires_grad=True)
v = torch.ones(1, 4)
compiled = torch.compile(f, backend="aot_eager")

for g in f, compiled:
    y = g(x, W)
    with FlopCounterMode(display=False) as count:
        torch.autograd.grad(y, x, v)
    print(count.get_total_flops())
