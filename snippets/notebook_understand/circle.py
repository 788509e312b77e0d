import math

import matplotlib.pyplot as plt
import torch

x = torch.tensor([1.0, 2.0], dtype=torch.float64, requires_grad=True)
y = torch.stack([x[0] * x[1], x[1] - x[0]])

angles = torch.linspace(0, 2 * math.pi, 73, dtype=torch.float64)
v = torch.stack([angles.cos(), angles.sin()], dim=1)
(g,) = torch.autograd.grad(y, x, v, is_grads_batched=True)

plt.plot(*v.T.tolist(), color="tab:orange")
plt.plot(*g.T.tolist(), color="tab:green")
for k, name in [(0, "e₁"), (18, "e₂")]:
    plt.plot(*zip(v[k].tolist()), "o", color="tab:orange")
    plt.plot(*zip(g[k].tolist()), "o", color="tab:green")
    plt.annotate(name, v[k].tolist(), (6, 6), textcoords="offset points", color="tab:orange")
    plt.annotate(f"{name}ᵀJ", g[k].tolist(), (-8, 10), textcoords="offset points", color="tab:green")
plt.axis("equal")
plt.show()
