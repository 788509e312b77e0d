import torch
from torch.autograd import (
    Function,
    gradcheck,
    gradgradcheck,
)


class Equilibrium(Function):
    @staticmethod
    def forward(ctx, W, x):
        z = torch.zeros_like(x)
        for _ in range(40):
            z = torch.tanh(W @ z + x)
        ctx.save_for_backward(W, z)  # (1)!
        return z

    @staticmethod
    def backward(ctx, v):
        W, z = ctx.saved_tensors
        slope = 1 - z**2  # (2)!
        u = v
        for _ in range(40):
            u = v + W.T @ (slope * u)
        g = slope * u
        return torch.outer(g, z), g  # (3)!


W = torch.tensor(
    [
        [0.2, -0.4, 0.1],
        [0.3, 0.1, -0.2],
        [-0.1, 0.5, 0.2],
    ],
    dtype=torch.float64,
    requires_grad=True,
)
x = torch.tensor(
    [0.5, -0.2, 0.8],
    dtype=torch.float64,
    requires_grad=True,
)
v = torch.tensor([0.1, 0.2, 0.3])

Equilibrium.apply(W, x).backward(v)
print(x.grad)
f = Equilibrium.apply
print(gradcheck(f, (W, x)))
print(gradgradcheck(f, (W, x)))
