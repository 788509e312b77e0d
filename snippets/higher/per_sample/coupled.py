import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
x = torch.tensor(
    [[1.0, 0.0], [0.0, 1.0], [3.0, 1.0]]
)


def losses(x):
    a = x * w
    return (a - a.mean(0)).square().sum(1)


for i in range(3):
    alone = losses(x[i : i + 1])[0]
    within = losses(x)[i]
    print(
        torch.autograd.grad(alone, w)[0],
        torch.autograd.grad(within, w)[0],
    )
