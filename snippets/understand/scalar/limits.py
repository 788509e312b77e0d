import torch

x = torch.tensor([1.0, 0.0, 3.0])
x.requires_grad_()

x.abs().sum().backward()
print(x.grad)
