import torch

x = torch.tensor(2.0, requires_grad=True)
h = x**2
h.retain_grad()
(g,) = torch.autograd.grad(3 * h, x)
print(g, x.grad, h.grad)
