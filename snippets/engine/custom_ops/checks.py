import torch
from torch import Tensor
from torch.autograd import (
    gradcheck,
    gradgradcheck,
)
from torch.library import custom_op, opcheck


def cube(x: Tensor) -> Tensor:
    return x**3


def save(ctx, inputs, output):
    ctx.save_for_backward(*inputs)


def right(ctx, v):
    (x,) = ctx.saved_tensors
    return v * 3 * x**2


def wrong(ctx, v):
    return right(ctx, v) / 3


def cut(ctx, v):
    (x,) = ctx.saved_tensors
    return v * 3 * x.detach() ** 2


x = torch.tensor(
    [1.0, 2.0],
    dtype=torch.float64,
    requires_grad=True,
)
for rule in right, wrong, cut:
    name = f"book_checks::{rule.__name__}"
    op = custom_op(name, cube, mutates_args=())
    op.register_fake(torch.empty_like)
    op.register_autograd(rule, setup_context=save)
    found = opcheck(op, (x,))
    ok = set(found.values()) == {"SUCCESS"}
    first = gradcheck(
        op, x, raise_exception=False
    )
    second = gradgradcheck(
        op, x, raise_exception=False
    )
    print(f"{rule.__name__:6}", ok, first, second)
