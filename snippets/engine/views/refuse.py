import textwrap

import torch
from torch.autograd import Function


class Same(Function):
    @staticmethod
    def forward(ctx, x):
        return x.view(-1)

    @staticmethod
    def backward(ctx, v):
        return v


def no_grad(y):
    with torch.no_grad():
        return y[:1]


def inference(y):
    with torch.inference_mode():
        return y[:1]


def part(y):
    return y.tensor_split(3)[0]


x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
for name, take in {
    "leaf": lambda y: x[:1],
    "unbind": lambda y: y.unbind()[0],
    "Function": Same.apply,
    "no_grad": no_grad,
    "inference": inference,
    "expand": lambda y: y[:1].expand(3),
    "tensor_split": part,
}.items():
    try:
        take(2 * x).mul_(10)
        message = "allowed"
    except RuntimeError as error:
        message = str(error)
    print(
        textwrap.fill(
            f"{name}: {message}",
            width=50,
            max_lines=4,
            break_on_hyphens=False,
            placeholder=" …",
        )
    )
