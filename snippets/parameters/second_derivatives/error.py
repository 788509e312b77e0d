import matplotlib.pyplot as plt
import torch


def f(x):
    a, b, c = x
    return a * a * a * b * c + b * b * c


def gradient(x, **options):
    return torch.autograd.grad(
        f(x), x, **options
    )[0]


x = torch.tensor(
    [1.0, 2.0, 3.0],
    dtype=torch.float64,
    requires_grad=True,
)
u = torch.tensor(
    [0.1, 0.2, 0.3], dtype=torch.float64
)
(exact,) = torch.autograd.grad(
    gradient(x, create_graph=True), x, u
)

steps = [10 ** (-k / 2) for k in range(2, 25)]
one_sided, central = [], []
for h in steps:
    up, here, down = (
        gradient(x + h * u),
        gradient(x),
        gradient(x - h * u),
    )
    one_sided.append(
        ((up - here) / h - exact)
        .abs()
        .max()
        .item()
    )
    central.append(
        ((up - down) / (2 * h) - exact)
        .abs()
        .max()
        .item()
    )

plt.loglog(
    steps,
    one_sided,
    "o-",
    color="tab:orange",
    label="(g₊ − g) / h",
)
plt.loglog(
    steps,
    central,
    "o-",
    color="tab:blue",
    label="(g₊ − g₋) / 2h",
)
plt.xlabel("h")
plt.legend()
plt.show()
