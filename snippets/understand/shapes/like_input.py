import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()
x1, x2, x3 = x
y = torch.stack([x1 * x2 * x3, x1 + x2 + x3])

y.backward(torch.ones_like(x))
