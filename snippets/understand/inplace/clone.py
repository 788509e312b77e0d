import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()

h = x.clone()
h[0] = 100.0
(h**2).sum().backward()
print(x.grad)
