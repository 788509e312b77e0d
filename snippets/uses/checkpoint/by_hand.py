import torch
from torch import nn


class Checkpoint(torch.autograd.Function):
    @staticmethod
    def forward(ctx, f, x, *parameters):  # (1)!
        ctx.f = f
        ctx.save_for_backward(x)  # (2)!
        return f(x)

    @staticmethod
    def backward(ctx, v):
        (x,) = ctx.saved_tensors
        x = x.detach().requires_grad_()  # (3)!
        with torch.enable_grad():
            y = ctx.f(x)
        parameters = list(ctx.f.parameters())
        return None, *torch.autograd.grad(
            y, [x, *parameters], grad_outputs=v
        )  # (4)!


f = nn.Sequential(
    nn.Linear(3, 16), nn.Tanh(), nn.Linear(16, 2)
).double()
x = torch.tensor(
    [1.0, 2.0, 3.0],
    dtype=torch.float64,
    requires_grad=True,
)
leaves = [x, *f.parameters()]

plain = torch.autograd.grad(
    f(x).square().sum(), leaves
)
again = torch.autograd.grad(
    Checkpoint.apply(f, x, *f.parameters())
    .square()
    .sum(),
    leaves,
)
torch.testing.assert_close(again, plain)
print(len(again), "gradients, equal")
