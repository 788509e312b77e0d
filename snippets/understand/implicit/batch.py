import torch

w = torch.tensor(1.0, requires_grad=True)

for size in [2, 200]:
    losses = (
        w * torch.ones(size) - 3
    ) ** 2  # (1)!
    (of_sum,) = torch.autograd.grad(
        losses,
        w,
        torch.ones(size),
        retain_graph=True,
    )
    (of_mean,) = torch.autograd.grad(
        losses.mean(), w
    )
    print(size, of_sum, of_mean)
