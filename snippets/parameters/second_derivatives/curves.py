import matplotlib.pyplot as plt
import torch

x = torch.linspace(
    -2,
    2,
    81,
    dtype=torch.float64,
    requires_grad=True,
)
y = x**3 - 2 * x

ones = torch.ones_like(y)
(first,) = torch.autograd.grad(
    y, x, ones, create_graph=True
)
(second,) = torch.autograd.grad(first, x, ones)

plt.plot(
    x.tolist(),
    y.tolist(),
    color="tab:blue",
    label="y",
)
plt.plot(
    x.tolist(),
    first.tolist(),
    color="tab:orange",
    label="y′",
)
plt.plot(
    x.tolist(),
    second.tolist(),
    color="tab:green",
    label="y″",
)
plt.axhline(0, color="gray", linewidth=0.8)
plt.xlabel("x")
plt.legend()
plt.show()
