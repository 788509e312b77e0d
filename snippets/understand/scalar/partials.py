import torch

x1 = torch.tensor(1.0, requires_grad=True)
x2 = torch.tensor(2.0, requires_grad=True)
x3 = torch.tensor(3.0, requires_grad=True)

z = (x1**2 + 2) + (x2**2 + 2) + (x3**2 + 2)
z.backward()
print(x1.grad, x2.grad, x3.grad)
