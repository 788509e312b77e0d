import torch
import torch.autograd.forward_ad as fwd


class Cube(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x**3

    @staticmethod
    def backward(ctx, v):
        (x,) = ctx.saved_tensors
        return v * 3 * x**2


x = torch.tensor([1.0, 2.0], requires_grad=True)
u = torch.tensor([1.0, 1.0])

(g,) = torch.autograd.grad(
    Cube.apply(x).sum(), x, create_graph=True
)
print(torch.autograd.grad(g, x, u)[0])

with fwd.dual_level():
    Cube.apply(fwd.make_dual(x, u))
