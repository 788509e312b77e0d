import torch

w = torch.tensor(1.0, requires_grad=True)


def losses(size):
    return (w * torch.ones(size) - 3) ** 2


for size in [2, 200]:
    w.grad = None
    losses(size).backward(torch.ones(size))
    print(size, "ones:  ", w.grad)
    w.grad = None
    losses(size).mean().backward()
    print(size, "mean():", w.grad)
