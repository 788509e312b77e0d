import torch

x = torch.tensor(3.0, requires_grad=True)
c = torch.tensor(5.0)
y = c * x**2

y.backward()
print(x.grad, c.grad)
