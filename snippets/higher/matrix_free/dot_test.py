import torch


def A(x):
    return torch.cumsum(x, dim=0)


def guess(v):
    return torch.cumsum(v, dim=0)


def flipped(v):
    return v.flip(0).cumsum(0).flip(0)


u = torch.tensor([1.0, -2.0, 0.5])
v = torch.tensor([3.0, 1.0, 2.0])
_, vjp = torch.func.vjp(A, u)
exact = vjp(v)[0]
for AT in guess, flipped:
    print(A(u) @ v, u @ AT(v))
    print(torch.equal(AT(v), exact))
