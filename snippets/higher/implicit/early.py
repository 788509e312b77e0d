import torch

W = torch.tensor(
    [[0.2, -0.4], [0.3, 0.1]], dtype=torch.float64
)
x = torch.tensor([0.5, -0.2], dtype=torch.float64)
v = torch.tensor([1.0, 1.0], dtype=torch.float64)
I = torch.eye(2, dtype=x.dtype)


def f(z, x):
    return torch.tanh(W @ z + x)


def gradient(steps):
    z = torch.zeros_like(x)
    for _ in range(steps):
        z = f(z, x)
    gap = (f(z, x) - z).norm()
    J, B = torch.func.jacrev(f, (0, 1))(z, x)
    u = torch.linalg.solve((I - J).T, v)
    return gap, u @ B


_, exact = gradient(60)
for steps in 2, 4, 6, 8:
    gap, g = gradient(steps)
    error = (g - exact).norm()
    print(f"{steps} {gap:.1e} {error:.1e}")
