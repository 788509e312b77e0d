import torch
from torch.autograd import Function, grad


class Refuse(Function):
    @staticmethod
    def forward(ctx, x, g):
        return g.clone()

    @staticmethod
    def backward(ctx, v):
        raise RuntimeError("Square: once only")


class Square(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x**2

    @staticmethod
    def backward(ctx, v):
        (x,) = ctx.saved_tensors
        return Refuse.apply(x, v * 2 * x)


x = torch.tensor(2.0, requires_grad=True)
y = Square.apply(x) + x**3
(g,) = grad(y, x, create_graph=True)
print(g.detach())
grad(g, x)
