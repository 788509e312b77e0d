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
variance = {
    "signs": 2 * (off**2).sum(),
    "normal": 2 * (H**2).sum(),
}
rng = RandomState(0)
draws = {
    "signs": rng.choice([-1.0, 1.0], (65536, n)),
    "normal": rng.randn(65536, n),
}
for kind, drawn in draws.items():
    z = torch.tensor(drawn)
    samples = (z * (z @ H)).sum(1)
    for N in 1, 16, 256:
        groups = samples.view(-1, N).mean(1)
        errors = groups - H.trace()
        seen = errors.square().mean().sqrt()
        theory = (variance[kind] / N).sqrt()
        print(
            f"{kind} {N} {seen:.2f} {theory:.2f}"
        )
