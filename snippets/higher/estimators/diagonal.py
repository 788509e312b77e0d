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
exact = hessian(f)(x).diag()
draws = RandomState(0).choice(
    [-1.0, 1.0], (4096, n)
)
z = torch.tensor(draws)
samples = z * vmap(Hz)(z)
for N in 1, 16, 256, 4096:
    error = (samples[:N].mean(0) - exact).norm()
    print(N, f"{error / exact.norm():.1%}")

(ones,) = torch.ones(1, n, dtype=x.dtype)
error = (Hz(ones) - exact).norm()
print("ones", f"{error / exact.norm():.1%}")
