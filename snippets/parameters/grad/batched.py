import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = torch.stack(
    [
        x[0] * x[1] * x[2],
        x[0] + x[1] + x[2],
        x[0] + x[1] * x[2],
    ]
)

(J,) = torch.autograd.grad(
    y,
    x,
    grad_outputs=torch.eye(3),
    is_grads_batched=True,
)  # (1)!

print(J)
