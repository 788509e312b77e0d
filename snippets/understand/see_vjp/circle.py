import math

import matplotlib.pyplot as plt
import torch

x = torch.tensor(
    [1.0, 2.0],
    dtype=torch.float64,
    requires_grad=True,
)
y = torch.stack([x[0] * x[1], x[1] - x[0]])

angles = torch.linspace(
    0, 2 * math.pi, 73, dtype=torch.float64
)
v = torch.stack(
    [angles.cos(), angles.sin()], dim=1
)
(g,) = torch.autograd.grad(
    y, x, v, is_grads_batched=True
)

plt.plot(*v.T.tolist(), color="tab:orange")
plt.plot(*g.T.tolist(), color="tab:green")
for k, name in [(0, "e₁"), (18, "e₂")]:
    plt.plot(
        *zip(v[k].tolist()),
        "o",
        color="tab:orange",
    )
    plt.plot(
        *zip(g[k].tolist()),
        "o",
        color="tab:green",
    )
    plt.text(
        *(v[k] + 0.08).tolist(),
        name,
        color="tab:orange",
    )
    plt.text(
        *(g[k] + 0.12).tolist(),
        f"{name}ᵀJ",
        color="tab:green",
        ha="center",
    )
plt.axis("equal")
plt.show()
