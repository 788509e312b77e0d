import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()
v = torch.tensor([0.1, 0.2, 0.3])
v.requires_grad_()

(x**2).backward(v)
print(v.grad)

(v * x**2).sum().backward()
print(v.grad)
