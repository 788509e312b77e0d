import torch

x = torch.tensor([0.0, 0.25], requires_grad=True)

y = torch.where(x > 0, x.sqrt(), 0.0)
y.sum().backward()
print(y.detach(), x.grad)
