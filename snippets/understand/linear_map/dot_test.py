import torch

x = torch.tensor([1.0, 2.0, 3.0]).double()
x.requires_grad_()
v = torch.tensor([0.1, 0.2]).double()
u = torch.tensor([2.0, -1.0, 0.5]).double()


def f(x):
    x1, x2, x3 = x
    return torch.stack(
        [x1 * x2 * x3, x1 + x2 + x3]
    )


f(x).backward(v)
h = 1e-6
moved = (f(x + h * u) - f(x)) / h

print(f"{v @ moved:.5f}")
print(f"{x.grad @ u:.5f}")
