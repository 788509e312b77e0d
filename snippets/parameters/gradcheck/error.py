import draw
import torch


def error(eps, dtype):
    """The relative error of the central difference of x³ at one place."""
    x = torch.tensor(1.3, dtype=torch.float64)
    exact = 3 * x * x
    x, eps = (
        x.to(dtype),
        torch.tensor(eps, dtype=dtype),
    )
    up, down = x + eps, x - eps
    numerical = (
        up * up * up - down * down * down
    ) / (2 * eps)
    return (
        abs(numerical.double() - exact) / exact
    ).item()


steps = [10 ** (-k / 2) for k in range(22, 3, -1)]
series = [
    (
        "float32",
        [
            (eps, error(eps, torch.float32))
            for eps in steps
        ],
        "v",
    ),
    (
        "float64",
        [
            (eps, error(eps, torch.float64))
            for eps in steps
        ],
        "g",
    ),
    (
        "rtol",
        [(steps[0], 1e-3), (steps[-1], 1e-3)],
        "muted",
        "dashed",
    ),
    (
        "eps",
        [(1e-6, 1e-11), (1e-6, 1)],
        "muted",
        "dashed",
    ),
]
print(
    draw.chart(
        series, x="ε", xlog=True, ylog=True
    )
)
