import torch
from torch.func import grad


def f(x):
    return (x**3).sum()


def penalty(x):
    return (grad(f)(x) ** 2).sum()


x = torch.tensor([1.0, 2.0], requires_grad=True)
compiled = torch.compile(
    penalty, backend="aot_eager"
)
for g in penalty, compiled:
    x.grad = None
    g(x).backward()
    print(x.grad)
