import torch
from torch.utils import flop_counter

count = flop_counter.FlopCounterMode


def ratio(x_needs, W_needs):
    x = torch.ones(32, 100)
    W1 = torch.ones(100, 100)
    W2 = torch.ones(100, 100)
    x.requires_grad_(x_needs)
    W1.requires_grad_(W_needs)
    W2.requires_grad_(W_needs)

    with count(display=False) as forward:
        y = x @ W1 @ W2
    with count(display=False) as back:
        y.backward(torch.ones_like(y))
    return (
        back.get_total_flops()
        / forward.get_total_flops()
    )


print("x and W:", ratio(True, True))
print("W only: ", ratio(False, True))
print("x only: ", ratio(True, False))
