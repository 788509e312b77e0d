import torch
from torch.autograd import Function, gradcheck


class Wrong(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return torch.stack([x.prod(), x.sum()])

    @staticmethod
    def backward(ctx, v):
        (x,) = ctx.saved_tensors
        return v[0] * x.prod() / x  # (1)!


x = torch.tensor(
    [1.0, 2.0, 3.0],
    dtype=torch.float64,
    requires_grad=True,
)
gradcheck(Wrong.apply, x)
