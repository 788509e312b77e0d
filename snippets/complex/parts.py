import torch

z = torch.tensor(1 + 2j, requires_grad=True)
(z.abs() ** 2).backward()

a = torch.tensor(1.0, requires_grad=True)
b = torch.tensor(2.0, requires_grad=True)
(a**2 + b**2).backward()

print(torch.view_as_real(z.grad))
print(a.grad, b.grad)
