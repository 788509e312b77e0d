import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y, z = x**2, x.sum()
v = torch.tensor([0.1, 0.2, 0.3])

torch.autograd.backward([y, z], [v])
