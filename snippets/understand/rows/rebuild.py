import torch

x = torch.tensor(
    [1.0, 2.0, 3.0],
    dtype=torch.float64,
    requires_grad=True,
)


def f(x):
    return torch.stack(
        [
            x[0] * x[1] * x[2],
            x[0] + x[1] + x[2],
            x[0] + x[1] * x[2],
        ]
    )


y = f(x)
rows = [
    torch.autograd.grad(
        y, x, e, retain_graph=True
    )[0]
    for e in torch.eye(3)
]
J = torch.stack(rows)
print(J)

torch.testing.assert_close(
    J, torch.autograd.functional.jacobian(f, x)
)
torch.testing.assert_close(
    J, torch.func.jacrev(f)(x)
)
print("three ways, one matrix")
