import matplotlib.pyplot as plt
import torch
from torch.utils.flop_counter import (
    FlopCounterMode,
)


def flops(work):
    with FlopCounterMode(
        display=False
    ) as counter:
        work()
    return counter.get_total_flops()


inputs = [2, 8, 16, 24, 32, 40, 48, 56, 62]
reverse, forward = [], []
for n in inputs:
    x, W = torch.ones(1, n), torch.ones(n, 64 - n)

    def f(x):
        return torch.tanh(x @ W)

    once = flops(lambda: f(x))
    reverse.append(
        flops(lambda: torch.func.jacrev(f)(x))
        / once
    )
    forward.append(
        flops(lambda: torch.func.jacfwd(f)(x))
        / once
    )

plt.plot(
    inputs,
    reverse,
    "o-",
    color="tab:orange",
    label="jacrev",
)
plt.plot(
    inputs,
    forward,
    "o-",
    color="tab:purple",
    label="jacfwd",
)
plt.xlabel("n = 64 − m")
plt.ylabel("FLOPs / FLOPs(f)")
plt.legend()
plt.show()
