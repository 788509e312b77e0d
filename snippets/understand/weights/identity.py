import torch

x = torch.tensor(
    [1.0, 2.0, 3.0],
    dtype=torch.float64,
    requires_grad=True,
)
v = torch.tensor(
    [0.1, 0.2, 0.3], dtype=torch.float64
)


def f(x):
    return torch.stack(
        [
            x[0] * x[1] * x[2],
            x[0] + x[1] + x[2],
            x[0] + x[1] * x[2],
        ]
    )


def A(x):
    return (v * f(x)).sum()


(vjp,) = torch.autograd.grad(f(x), x, v)
(of_sum,) = torch.autograd.grad(A(x), x)
torch.testing.assert_close(vjp, of_sum)
print(vjp)
print(torch.autograd.gradcheck(A, x))
