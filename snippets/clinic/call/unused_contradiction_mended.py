import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
w = torch.tensor(
    [1.0, 1.0, 1.0], requires_grad=True
)
loss = (x**2).sum()

print(
    torch.autograd.grad(
        loss, [x, w], materialize_grads=True
    )
)
