import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()
x.sum().backward()
x.data = torch.tensor([1.0, 2.0])
print(x.shape, x.grad.shape)
