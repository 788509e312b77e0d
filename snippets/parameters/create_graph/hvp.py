import torch

x = torch.tensor(
    [1.0, 2.0, 3.0],
    dtype=torch.float64,
    requires_grad=True,
)
u = torch.tensor(
    [0.1, 0.2, 0.3], dtype=torch.float64
)


def f(x):
    return x[0] * x[1] * x[2]


(g,) = torch.autograd.grad(
    f(x), x, create_graph=True
)
(reverse,) = torch.autograd.grad(g, x, u)  # (1)!

_, forward = torch.func.jvp(
    torch.func.grad(f), (x.detach(),), (u,)
)  # (2)!

H = torch.func.hessian(f)(x.detach())
torch.testing.assert_close(reverse, H @ u)
torch.testing.assert_close(forward, H @ u)
print(reverse)
print(forward)
