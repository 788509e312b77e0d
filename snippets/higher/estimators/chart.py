import draw
import torch
from numpy.random import RandomState

n = 8
a = torch.cos(
    torch.arange(n, dtype=torch.float64)
)


def f(x):
    return (x**4).sum() / 4 + torch.sin(a @ x)


x = torch.ones(n, dtype=torch.float64)
H = torch.func.hessian(f)(x)
off = H - torch.diag(H.diag())
rng = RandomState(0)
draws = {
    "±1": rng.choice([-1.0, 1.0], (65536, n)),
    "N(0, 1)": rng.randn(65536, n),
}
theory = {
    "±1": 2 * (off**2).sum(),
    "N(0, 1)": 2 * (H**2).sum(),
}
series = []
for kind, tone in ("±1", "g"), ("N(0, 1)", "x"):
    z = torch.tensor(draws[kind])
    samples = (z * (z @ H)).sum(1)
    seen, line = [], []
    for k in range(11):
        N = 2**k
        errors = samples.view(-1, N).mean(1)
        errors = errors - H.trace()
        rms = errors.square().mean().sqrt()
        seen.append((N, rms.item()))
        line.append(
            (N, (theory[kind] / N).sqrt().item())
        )
    series += [
        (kind, line, tone, "dashed"),
        ("", seen, tone, "scatter"),
    ]
print(
    draw.chart(
        series,
        x="N",
        y="RMS",
        xlog=True,
        ylog=True,
    )
)
