import torch

x1 = torch.tensor(2.0, requires_grad=True)
x2 = torch.tensor(5.0, requires_grad=True)

torch.autograd.grad(x1**3, [x1, x2])
