import torch

x = torch.tensor([1.2, 2.7, 3.1])
x.requires_grad_()

y = x.round()
print(y.requires_grad)
y.sum().backward()
print(x.grad)
