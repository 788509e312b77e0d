import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
losses = {"data": (x**2).sum(), "decay": x.sum()}
roots = list(losses.values())
print(torch.autograd.grad(roots, x))
