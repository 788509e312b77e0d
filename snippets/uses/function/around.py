import torch
from torch.autograd import Function, grad
from torch.autograd.function import (
    once_differentiable,
)


class Square(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x**2

    @staticmethod
    @once_differentiable
    def backward(ctx, v):
        (x,) = ctx.saved_tensors
        return v * 2 * x


def penalty(square):
    w = torch.tensor(3.0, requires_grad=True)
    x = torch.tensor(2.0, requires_grad=True)
    y = square(w * x)
    (g,) = grad(y, x, create_graph=True)
    return grad(g**2, w)[0]


def second(square):
    x = torch.tensor(2.0, requires_grad=True)
    y = square(x) + x**3
    (g,) = grad(y, x, create_graph=True)
    return grad(g, x)[0]


for f in (penalty, second):
    print(
        f.__name__,
        f(Square.apply),
        "right:",
        f(torch.square),
    )
