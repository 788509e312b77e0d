import torch

x = torch.tensor(3.0, requires_grad=True)  # (1)!
c = torch.tensor(5.0)  # (2)!
y = c * x**2  # (3)!

print(y.requires_grad, y.is_leaf, x.is_leaf)
y.backward()
print(x.grad, c.grad)  # (4)!
