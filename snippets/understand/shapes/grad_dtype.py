import torch

x = torch.tensor([1.0, 2.0]).half()
x.requires_grad_()
x.sum().backward()
print(x.grad.dtype)

x.grad = None
x.grad_dtype = torch.float32
x.sum().backward()
print(x.grad.dtype)
