import torch

z = torch.tensor(1 + 2j, requires_grad=True)
L = z.abs() ** 2
L.backward()
print(L.detach(), z.grad)

a = torch.tensor(1.0, requires_grad=True)
b = torch.tensor(2.0, requires_grad=True)
(a**2 + b**2).backward()
print(a.grad, b.grad)
