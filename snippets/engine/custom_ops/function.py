import torch
from torch.func import (
    grad,
    jacfwd,
    jacrev,
    jvp,
    vmap,
)


class Cube(torch.autograd.Function):
    generate_vmap_rule = True  # (1)!

    @staticmethod
    def forward(x):  # (2)!
        return x**3

    @staticmethod
    def setup_context(ctx, inputs, output):
        (x,) = inputs
        ctx.save_for_backward(x)
        ctx.save_for_forward(x)  # (3)!

    @staticmethod
    def backward(ctx, v):
        (x,) = ctx.saved_tensors
        return v * 3 * x**2

    @staticmethod
    def jvp(ctx, u):
        (x,) = ctx.saved_tensors
        return 3 * x**2 * u


f = Cube.apply
x = torch.tensor([1.0, 2.0], requires_grad=True)
f(x).backward(torch.tensor([1.0, 10.0]))
print(x.grad)

x = x.detach()
print(grad(lambda x: f(x).sum())(x))
print(vmap(grad(f))(x))
print(jvp(f, (x,), (torch.ones(2),))[1])
print(jacrev(f)(x).equal(jacfwd(f)(x)))
