import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)


def f(x):
    return torch.stack(
        [
            x[0] * x[1] * x[2],
            x[0] + x[1] + x[2],
            x[0] + x[1] * x[2],
        ]
    )


def in_columns(f):
    y = f(x)
    J = torch.zeros(3, 3)
    for i, e in enumerate(torch.eye(3)):
        (J[:, i],) = torch.autograd.grad(
            y, x, e, retain_graph=True
        )
    return J


print(in_columns(f))
print(
    torch.equal(
        in_columns(f),
        torch.autograd.functional.jacobian(
            f, x
        ).T,
    )
)
