import torch


def f(x):
    return torch.stack(
        [
            x[0] * x[1] * x[2],
            x[0] + x[1] + x[2],
            x[0] + x[1] * x[2],
        ]
    )


x = torch.tensor(
    [1.0, 2.0, 3.0],
    dtype=torch.float64,
    requires_grad=True,
)
v = torch.tensor(
    [0.1, 0.2, 0.3], dtype=torch.float64
)
u = torch.tensor(
    [1.0, -1.0, 2.0], dtype=torch.float64
)
eps = 1e-6

(vJ,) = torch.autograd.grad(f(x), x, v)
Ju = (f(x + eps * u) - f(x - eps * u)) / (2 * eps)

print(vJ)
print(f"{vJ @ u:.4f} {v @ Ju:.4f}")
print(
    torch.autograd.gradcheck(f, x, fast_mode=True)
)  # (1)!
