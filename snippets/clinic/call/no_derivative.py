import torch

x = torch.tensor([-1.0, 2.0], requires_grad=True)
zero = torch.tensor(0.0)
torch.heaviside(x, zero).sum().backward()
