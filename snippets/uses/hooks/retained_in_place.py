import torch

x = torch.tensor(1.0, requires_grad=True)
y = 2 * x
y.retain_grad()
y.mul_(3)
(5 * y).backward()
print(y.grad)
