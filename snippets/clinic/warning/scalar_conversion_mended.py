import torch

x1 = torch.tensor(1.0, requires_grad=True)
x2 = torch.tensor(2.0, requires_grad=True)

x = torch.stack([x1, x2])
(x**2).sum().backward()
print(x1.grad, x2.grad)
