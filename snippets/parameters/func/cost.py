import torch
from torch.utils.flop_counter import (
    FlopCounterMode,
)


def flops(function, x):
    with FlopCounterMode(
        display=False
    ) as counter:
        function(x)
    return counter.get_total_flops()


for m, n in [(2, 100), (100, 2)]:
    x, A = torch.ones(n, 1), torch.ones(m, n)
    f = A.matmul
    reverse = flops(
        torch.func.jacrev(f), x
    ) // flops(f, x)  # (1)!
    forward = flops(
        torch.func.jacfwd(f), x
    ) // flops(f, x)
    print(
        f"J {m} x {n}: jacrev {reverse},",
        f"jacfwd {forward}",
    )
