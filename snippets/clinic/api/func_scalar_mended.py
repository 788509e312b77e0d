import torch

x = torch.tensor([1.0, 2.0, 3.0])
v = torch.tensor([0.1, 0.2, 0.3])

y, vjp = torch.func.vjp(lambda x: x**2, x)
print(vjp(v))
print(torch.func.jacrev(lambda x: x**2)(x))
print(torch.func.grad(lambda x: (x**2).sum())(x))
