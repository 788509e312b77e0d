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
    [1.0, 2.0, 3.0], dtype=torch.float64
)
y, pullback = torch.func.vjp(f, x)

(J,) = torch.func.vmap(pullback)(
    torch.eye(3, dtype=torch.float64)
)  # (1)!

torch.testing.assert_close(
    J, torch.func.jacrev(f)(x)
)
torch.testing.assert_close(
    J, torch.func.jacfwd(f)(x)
)
print(J)
