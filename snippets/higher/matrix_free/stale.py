import warnings

import torch
from torch.func import linearize, vjp


def f(x):
    print("f runs")
    return x**2


u = torch.tensor([1.0])
x = torch.tensor([3.0])
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # (1)!
    _, J = linearize(f, x)
x += 1  # (2)!
print(J(u))

x = torch.tensor([3.0])
_, JT = vjp(f, x)
x += 1
print(*JT(u))
