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


def vjp(y, x, v):
    return torch.autograd.grad(
        y, x, v, retain_graph=True
    )


outputs = [1, 2, 4, 8, 16, 32, 64]
product, matrix = [], []
for m in outputs:
    x, W = (
        torch.ones(1, 64, requires_grad=True),
        torch.ones(64, m),
    )
    y = torch.tanh(x @ W)
    forward = flops(lambda: torch.tanh(x @ W))
    product.append(
        flops(lambda: vjp(y, x, torch.ones(1, m)))
        / forward
    )
    rows = torch.eye(m)[:, None]
    matrix.append(
        flops(
            lambda: [vjp(y, x, e) for e in rows]
        )
        / forward
    )

plt.loglog(
    outputs,
    matrix,
    "o-",
    color="tab:blue",
    label="J",
    base=2,
)
plt.loglog(
    outputs,
    product,
    "o-",
    color="tab:green",
    label="vᵀJ",
    base=2,
)
plt.xlabel("m")
plt.ylabel("FLOPs / FLOPs(f)")
plt.legend()
plt.show()
