import torch
from torch.autograd import Function
from torch.autograd.function import (
    once_differentiable,
)


class Square(Function):
    @staticmethod
    def forward(x):
        return x**2

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)

    @staticmethod
    @once_differentiable
    def backward(ctx, v):
        (x,) = ctx.saved_tensors
        return v * 2 * x


def jvp(f, x, u):
    def vjp(v):
        return torch.func.vjp(f, x)[1](v)[0]

    v = torch.zeros_like(x)
    return torch.func.vjp(vjp, v)[1](u)[0]


x, u = torch.tensor(3.0), torch.tensor(1.0)
print(jvp(torch.square, x, u))
print(jvp(Square.apply, x, u))
