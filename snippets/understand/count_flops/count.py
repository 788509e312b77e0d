import torch
from torch.utils.flop_counter import (
    FlopCounterMode,
)


def flops(work):
    with FlopCounterMode(
        display=False
    ) as counter:
        work()
    return counter.get_total_flops()


x = torch.ones(1, 300, requires_grad=True)
W1 = torch.ones(300, 200, requires_grad=True)
W2 = torch.ones(200, 100, requires_grad=True)


def f(x):
    return torch.tanh(x @ W1) @ W2


y = f(x)
v = torch.ones(1, 100)
print("f(x)", flops(lambda: f(x)))
print("vᵀJ ", flops(lambda: y.backward(v)))
print(
    "J   ",
    flops(
        lambda: (
            torch.autograd.functional.jacobian(
                f, x
            )
        )
    ),
)
