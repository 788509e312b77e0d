import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()
y = torch.outer(x, x)

v = torch.zeros(3, 3)
v[0, 2] = 1.0
y.backward(v)
print(x.grad)
