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
eps = 1e-6
columns = [
    (f(x + eps * e) - f(x - eps * e)) / (2 * eps)
    for e in torch.eye(3, dtype=torch.float64)
]  # (1)!
numerical = torch.stack(columns, dim=1)
analytical = torch.func.jacrev(f)(x)

print(numerical)
torch.testing.assert_close(
    analytical, numerical, atol=1e-5, rtol=1e-3
)
