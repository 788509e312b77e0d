import torch
from torch.utils.flop_counter import (
    FlopCounterMode,
)

for n in [10, 100, 1000]:
    x = torch.ones(1, n, requires_grad=True)
    W1 = torch.ones(n, 50, requires_grad=True)
    W2 = torch.ones(50, 20, requires_grad=True)

    with FlopCounterMode(
        display=False
    ) as forward:
        y = x @ W1 @ W2
    with FlopCounterMode(
        display=False
    ) as backward:
        y.backward(torch.ones_like(y))

    inputs = x.numel() + W1.numel() + W2.numel()
    counts = (
        forward.get_total_flops(),
        backward.get_total_flops(),
    )
    print(inputs, counts, counts[1] / counts[0])
