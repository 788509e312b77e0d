import torch

x = torch.tensor([0.0, 0.25], requires_grad=True)
positive = x > 0

y = torch.where(positive, x.sqrt(), 0.0)  # (1)!
(outside,) = torch.autograd.grad(y.sum(), x)

inner = torch.where(positive, x, 1.0)  # (2)!
y = torch.where(positive, inner.sqrt(), 0.0)
(inside,) = torch.autograd.grad(y.sum(), x)

print(outside)
print(inside)
