import torch
from torch.autograd import Function, grad


class Middle(Function):
    @staticmethod
    def forward(ctx, x):
        e = x.exp()
        ctx.save_for_backward(x, e)
        return x * e

    @staticmethod
    def backward(ctx, v):
        x, e = ctx.saved_tensors
        return v * (1 + x) * e


class Returned(Function):
    @staticmethod
    def forward(ctx, x):
        e = x.exp()
        ctx.save_for_backward(x, e)
        return x * e, e

    @staticmethod
    def backward(ctx, v, w):
        x, e = ctx.saved_tensors
        return v * (1 + x) * e + w * e


x = torch.tensor(1.0, requires_grad=True)
for y in (
    x * x.exp(),
    Middle.apply(x),
    Returned.apply(x)[0],
):
    (first,) = grad(y, x, create_graph=True)
    (second,) = grad(first, x)
    print(first.detach(), second)
