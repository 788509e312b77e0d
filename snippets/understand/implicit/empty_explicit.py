import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()

y = x[x > 5] ** 2
y.backward(torch.ones_like(y))
print(x.grad)

x.grad = None
(x[x > 5] ** 2).sum().backward()
print(x.grad)
