import copy

import torch
from torch import nn


def loss(output, target):
    return (output - target).square().mean()


whole = nn.Sequential(
    nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 1)
).double()
x, target = (
    torch.randn(6, 4).double(),
    torch.randn(6, 1).double(),
)
cut = copy.deepcopy(whole)
front, back = cut[:2], cut[2:]

loss(whole(x), target).backward()

ys = [front(part) for part in x.chunk(3)]  # (1)!
acts = [y.detach().requires_grad_() for y in ys]
for act, part in zip(acts, target.chunk(3)):
    (loss(back(act), part) / 3).backward()  # (2)!
for y, act in zip(ys, acts):
    y.backward(gradient=act.grad)  # (3)!

for name, p in whole.named_parameters():
    torch.testing.assert_close(
        cut.get_parameter(name).grad, p.grad
    )
    print(name, tuple(p.grad.shape), "equal")
