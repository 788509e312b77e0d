import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
h = x**2
z = (10 * h).sum()

to_x, to_h = torch.autograd.grad(z, [x, h])

print(to_x)
print(to_h)
