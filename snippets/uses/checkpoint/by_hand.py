import torch
from torch import nn
from torch.autograd import Function, grad


class Checkpoint(Function):
    @staticmethod
    def forward(ctx, f, x, *parameters):  # (1)!
        ctx.f = f
        ctx.save_for_backward(x)  # (2)!
        return f(x)

    @staticmethod
    def backward(ctx, v):
        (x,) = ctx.saved_tensors
        twice = torch.is_grad_enabled()  # (3)!
        if not twice:
            x = x.detach().requires_grad_()
        with torch.enable_grad():
            y = ctx.f(x)
        inputs = [x, *ctx.f.parameters()]
        grads = grad(
            y, inputs, v, create_graph=twice
        )
        return None, *grads  # (4)!


f = nn.Sequential(
    nn.Linear(3, 16), nn.Tanh(), nn.Linear(16, 2)
).double()
x = torch.tensor(
    [1.0, 2.0, 3.0],
    dtype=torch.float64,
    requires_grad=True,
)


def again(x):
    return Checkpoint.apply(f, x, *f.parameters())


def penalty(f):
    loss = f(x).square().sum()
    (g,) = grad(loss, x, create_graph=True)
    return g.square().sum()


leaves = [x, *f.parameters()]
equal = torch.testing.assert_close
equal(
    grad(again(x).square().sum(), leaves),
    grad(f(x).square().sum(), leaves),
)
print(len(leaves), "gradients, equal")
weight = f[0].weight
equal(
    grad(penalty(again), weight),
    grad(penalty(f), weight),
)
print("a gradient penalty, equal")
