import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()
x1, x2, x3 = x
y = torch.stack([x1 * x2 * x3, x1 + x2 + x3])

v = torch.tensor([0.1, 0.2])
y.backward(v)
print("v:     ", v.shape, "y:", y.shape)
print("x.grad:", x.grad.shape, "x:", x.shape)
