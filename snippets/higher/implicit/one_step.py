import torch

W = torch.tensor(
    [[0.2, -0.4], [0.3, 0.1]], dtype=torch.float64
)
x = torch.tensor(
    [0.5, -0.2],
    dtype=torch.float64,
    requires_grad=True,
)
I = torch.eye(2, dtype=x.dtype)


def f(z, x):
    return torch.tanh(W @ z + x)


def newton_step(x):
    with torch.no_grad():
        z = torch.zeros_like(x)
        for _ in range(40):
            z = f(z, x)
        J = torch.func.jacrev(f)(z, x)
    gap = f(z, x) - z  # (1)!
    return z + torch.linalg.solve(I - J, gap)


print(torch.autograd.gradcheck(newton_step, x))
print(
    torch.autograd.gradgradcheck(
        newton_step, x, raise_exception=False
    )
)
