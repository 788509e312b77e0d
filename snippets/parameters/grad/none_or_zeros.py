import torch

x1 = torch.tensor(2.0, requires_grad=True)
x2 = torch.tensor(5.0, requires_grad=True)

print(
    torch.autograd.grad(
        x1**3, [x1, x2], allow_unused=True
    )
)
print(
    torch.autograd.grad(
        x1**3, [x1, x2], materialize_grads=True
    )
)
print(
    torch.autograd.grad(x1**3 + 0 * x2, [x1, x2])
)  # (1)!
