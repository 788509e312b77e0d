import torch


def f(x):
    return torch.stack(
        [
            x[0] * x[1] * x[2],
            x.sum(),
            x[0] + x[1] * x[2],
        ]
    )


x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
v = torch.tensor([0.1, 0.2, 0.3])

y = f(x)
y.backward(v)
print(x.grad)

J = torch.autograd.functional.jacobian(f, x)
print(v @ J)
