import torch
import torch.autograd.forward_ad as fwd
from torch.func import grad, jvp
from torch.utils.flop_counter import (
    FlopCounterMode,
)

W = torch.ones(30, 30)
x = torch.ones(1, 30, requires_grad=True)
u = torch.ones(1, 30)


def f(x):
    h = torch.tanh(x @ W)
    return torch.tanh(h @ W).sum()


def A(again=False):
    if not again:
        (A.g,) = torch.autograd.grad(
            f(x), x, create_graph=True
        )
    torch.autograd.grad(
        A.g, x, u, retain_graph=True
    )


def B():
    jvp(grad(f), (x.detach(),), (u,))


def C():
    with fwd.dual_level():
        dual = fwd.make_dual(x, u)
        torch.autograd.grad(f(dual), dual)


def D():
    with fwd.dual_level():
        y = f(fwd.make_dual(x, u))
        slope = fwd.unpack_dual(y).tangent
    torch.autograd.grad(slope, x)


def flops(task, *args):
    with FlopCounterMode(display=False) as count:
        task(*args)
    return count.get_total_flops()


one = flops(f, x)
for way in A, B, C, D:
    print(way.__name__, flops(way) / one)
print("A again", flops(A, True) / one)
