import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()

h = 2 * x
h[:2] *= 10
print(h)
h.sum().backward()
print(x.grad)
