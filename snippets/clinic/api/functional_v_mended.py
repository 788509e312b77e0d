import torch

x = torch.tensor([1.0, 2.0, 3.0])
v = torch.tensor([0.1, 0.2, 0.3])

y, grad = torch.autograd.functional.vjp(
    lambda x: x**2, x, v
)
print(grad)
