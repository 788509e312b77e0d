import torch
from numpy.random import RandomState
from torch.func import grad, hessian, jvp, vmap

n = 8
a = torch.cos(
    torch.arange(n, dtype=torch.float64)
)


def f(x):
    return (x**4).sum() / 4 + torch.sin(a @ x)


def Hz(z):
    return jvp(grad(f), (x,), (z,))[1]


x = torch.ones(n, dtype=torch.float64)
exact = hessian(f)(x).trace()
draws = RandomState(0).choice(
    [-1.0, 1.0], (4096, n)
)
z = torch.tensor(draws)
samples = (z * vmap(Hz)(z)).sum(1)  # (1)!
for N in 1, 16, 256, 4096:
    estimate = samples[:N].mean()
    error = (estimate - exact).abs() / exact
    print(N, f"{estimate:.3f} {error:.1%}")
print(f"exact {exact:.3f}")
