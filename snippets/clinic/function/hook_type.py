import torch


def log(grad):
    norm = grad.norm().item()
    return norm


x = torch.tensor([3.0, 4.0], device="cpu")
x.requires_grad_()
h = 2 * x
h.register_hook(log)
(h**2).sum().backward()
