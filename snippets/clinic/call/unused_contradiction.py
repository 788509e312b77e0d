import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
w = torch.tensor(
    [1.0, 1.0, 1.0], requires_grad=True
)
loss = (x**2).sum()

torch.autograd.grad(
    loss,
    [x, w],
    allow_unused=False,
    materialize_grads=True,
)
