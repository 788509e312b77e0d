import torch

x = torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64, requires_grad=True)
u = torch.tensor([0.1, 0.2, 0.3], dtype=torch.float64)


def f(x):
    return torch.stack([x[0] * x[1] * x[2], x[0] + x[1] + x[2], x[0] + x[1] * x[2]])


y = f(x)
v = torch.zeros_like(y, requires_grad=True)  # (1)!
(vJ,) = torch.autograd.grad(y, x, v, create_graph=True)
(Ju,) = torch.autograd.grad(vJ, v, u)
print(Ju)

_, forward = torch.func.jvp(f, (x.detach(),), (u,))
torch.testing.assert_close(Ju, forward)
