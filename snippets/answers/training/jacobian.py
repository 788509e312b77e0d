import torch
from torch.func import jacrev


def f(x):
    x1, x2, x3 = x
    return torch.stack(
        [x1 * x2 * x3, x1 + x2 + x3]
    )


x = torch.tensor([1.0, 2.0, 3.0])
print(jacrev(f)(x))
