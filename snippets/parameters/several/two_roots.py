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
z = (x**2 + 2).sum()
v = torch.tensor([0.1, 0.2, 0.3])

torch.autograd.backward([y, z], [v, None])  # (1)!

print(x.grad)
