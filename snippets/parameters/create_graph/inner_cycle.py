import gc
import weakref

import torch


def first_derivative(retain):
    x = torch.tensor(
        2.0, device="cpu", requires_grad=True
    )
    h = x**2
    if retain:
        h.retain_grad()
    torch.autograd.grad(
        h**3, x, create_graph=True
    )
    return weakref.ref(x)


for retain in False, True:
    x = first_derivative(retain)
    gc.collect()
    print(
        retain,
        "freed" if x() is None else "leaks",
    )
