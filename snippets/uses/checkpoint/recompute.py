import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)


def f(x):
    return torch.stack(
        [x.prod(), x.sum(), x[0] + x[1] * x[2]]
    )


with torch.no_grad():
    y = f(x)  # (1)!
y.requires_grad_()
A = y[0] * y[1] + y[2] ** 2
A.backward()

f(x).backward(gradient=y.grad)  # (2)!
print(y.grad, x.grad)
