import torch
from numpy.random import RandomState


def f(x):
    return x**2


def show(name, g):
    print(f"{name} {g.mean():.2f} {g.var():.1f}")


eps = torch.tensor(RandomState(0).randn(100_000))
for m in 1.0, 3.0:
    mu = torch.full_like(
        eps, m, requires_grad=True
    )  # (1)!
    x = mu + eps
    (path,) = torch.autograd.grad(
        f(x).sum(), mu
    )  # (2)!
    show(f"mu={m} path ", path)

    x = x.detach()
    log_p = -((x - mu) ** 2) / 2
    b = m**2 + 1
    for v in f(x), f(x) - b:  # (3)!
        (score,) = torch.autograd.grad(
            log_p, mu, v, retain_graph=True
        )
        show(f"mu={m} score", score)
