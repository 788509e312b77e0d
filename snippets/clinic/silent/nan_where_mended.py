import torch

x = torch.tensor([0.0, 0.25], requires_grad=True)

safe = torch.where(x > 0, x, 1.0)
y = torch.where(x > 0, safe.sqrt(), 0.0)
y.sum().backward()
print(y.detach(), x.grad)
