import torch
from torch.func import jacfwd, jacrev


def safe_sqrt(x):
    return torch.where(x > 0, x.sqrt(), x)


def larger(x):
    return torch.fmax(x, torch.zeros_like(x))


x = torch.tensor(0.0)
for f in safe_sqrt, larger:
    print(jacrev(f)(x), jacfwd(f)(x))


def first(x):
    return x.logcumsumexp(0)[0]  # (1)!


x = torch.tensor([0.0, 200.0])
print(jacrev(first)(x), jacfwd(first)(x))
