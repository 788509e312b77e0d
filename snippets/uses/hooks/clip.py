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
y.retain_grad()
y.register_hook(
    lambda v: v.clamp(max=0.2)
)  # (1)!

y.backward(torch.tensor([0.1, 0.2, 0.3]))
print(y.grad)
print(x.grad)
