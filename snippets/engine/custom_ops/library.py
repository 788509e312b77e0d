import torch
from torch import Tensor
from torch.autograd import (
    gradcheck,
    gradgradcheck,
)


@torch.library.custom_op(
    "book::cube", mutates_args=()
)
def cube(x: Tensor) -> Tensor:
    cubes = [a**3 for a in x.flatten().tolist()]
    return x.new_tensor(cubes).view_as(x)


@cube.register_fake
def _(x):
    return torch.empty_like(x)


def setup_context(ctx, inputs, output):
    ctx.save_for_backward(*inputs)


def backward(ctx, v):
    (x,) = ctx.saved_tensors
    return v * 3 * x**2


cube.register_autograd(
    backward, setup_context=setup_context
)


@cube.register_vmap
def _(info, in_dims, x):
    return cube(x), in_dims[0]


x = torch.tensor(
    [1.0, 2.0],
    dtype=torch.float64,
    requires_grad=True,
)
print(torch.autograd.grad(cube(x).sum(), x))
print(gradcheck(cube, x), gradgradcheck(cube, x))
print(torch.vmap(cube)(torch.ones(2, 3)).shape)
