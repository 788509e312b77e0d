import torch
from torch.autograd import Function, grad


class Double(Function):
    @staticmethod
    def forward(ctx, x):
        return 2 * x

    @staticmethod
    def backward(ctx, v):
        return None  # (1)!


x = torch.tensor(3.0, requires_grad=True)
y = Double.apply(x)
print(grad(y, x, allow_unused=True))
grad(Double.apply(x), x)
