import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()

y = x**2
y.backward(y)
print(x.grad)

x.grad = None
y = x**2
(y * y).sum().backward()
print(x.grad)
