import torch

x = torch.tensor(3.0, requires_grad=True)
y = 5 * x**2

print(x.requires_grad, x.is_leaf)
print(y.requires_grad, y.is_leaf)
