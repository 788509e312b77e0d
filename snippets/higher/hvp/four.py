import torch
import torch.autograd.forward_ad as fwd
from torch.func import grad, hessian, jvp


def f(x):
    x1, x2, x3 = x
    return x1 * x2 * x3


u = torch.tensor(
    [0.1, 0.2, 0.3], dtype=torch.float64
)
x = torch.tensor(
    [1.0, 2.0, 3.0],
    dtype=torch.float64,
    requires_grad=True,
)

# A: reverse over reverse
(g,) = torch.autograd.grad(
    f(x), x, create_graph=True
)
(A,) = torch.autograd.grad(g, x, u)

# B: forward over reverse, by torch.func
_, B = jvp(grad(f), (x.detach(),), (u,))

# C: forward over reverse, by dual numbers
with fwd.dual_level():
    dual = fwd.make_dual(x, u)  # (1)!
    (g,) = torch.autograd.grad(f(dual), dual)
    C = fwd.unpack_dual(g).tangent  # (2)!

# D: reverse over forward
with fwd.dual_level():
    y = f(fwd.make_dual(x, u))
    slope = fwd.unpack_dual(y).tangent  # (3)!
(D,) = torch.autograd.grad(slope, x)

Hu = hessian(f)(x.detach()) @ u
for product in A, B, C, D:
    torch.testing.assert_close(product, Hu)
    print(product.tolist())
