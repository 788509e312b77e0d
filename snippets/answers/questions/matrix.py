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
    [1.0, 2.0, 3.0], requires_grad=True
)
f(x).backward(torch.ones(3))
print(x.grad)

J = torch.autograd.functional.jacobian(f, x)
print(J)
print(J.sum(dim=0))
