import torch
from torch.func import jacfwd, jacrev


def under_no_grad(x):
    with torch.no_grad():
        c = x**2
    return c + x


def detached(x):
    return (x**2).detach() + x


x = torch.tensor(3.0)
for f in under_no_grad, detached:
    print(jacrev(f)(x), jacfwd(f)(x))
