import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y, z = x**2, x.sum()

torch.autograd.backward([y, z], [None, None])
