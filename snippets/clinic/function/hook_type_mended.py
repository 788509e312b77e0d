import torch


def log(grad):
    print(grad.norm().item())


x = torch.tensor([3.0, 4.0], device="cpu")
x.requires_grad_()
h = 2 * x
h.register_hook(log)
(h**2).sum().backward()
print(x.grad)
