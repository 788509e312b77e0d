import torch


def f(x):
    return (x**2).sum()


print(
    torch.func.grad(f)(
        torch.tensor([1.0, 2.0, 3.0])
    )
)
