import torch
from numpy.random import RandomState


def f(x):
    return torch.round(x)


eps = torch.tensor(RandomState(0).randn(100_000))
mu = torch.full_like(eps, 0.3, requires_grad=True)

(path,) = torch.autograd.grad(
    f(mu + eps).sum(), mu
)
x = (mu + eps).detach()
log_p = -((x - mu) ** 2) / 2
(score,) = torch.autograd.grad(log_p, mu, f(x))
print(f"{path.mean():.2f} {score.mean():.2f}")
