import torch
from torch.func import jvp, vjp

t = torch.tensor(
    [0.0, 1.0, 2.0, 3.0], dtype=torch.float64
)
p = torch.tensor([2.0, 0.5], dtype=torch.float64)


def f(p):
    a, b = p
    return a * torch.exp(-b * t)


def J(u):
    return jvp(f, (p,), (u,))[1]


_, JT = vjp(f, p)

u = torch.tensor([1.0, -2.0], dtype=p.dtype)
v = torch.tensor(
    [0.3, 0.1, -0.4, 0.2], dtype=p.dtype
)
Ju = J(u)  # (1)!
(JTv,) = JT(v)  # (2)!
torch.testing.assert_close(v @ Ju, JTv @ u)
print(tuple(Ju.shape), tuple(JTv.shape))
print(f"{v @ Ju:.6f} {JTv @ u:.6f}")
