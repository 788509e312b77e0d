import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()

(x**2 + 2).sum().backward()
print(x.grad)

x.grad = None
one = torch.tensor(1.0)
(x**2 + 2).sum().backward(one)
print(x.grad)
