import torch

x = torch.tensor([-1.0, 0.0, 2.0])
v = torch.tensor([1.0, 10.0, 100.0])
y = x.tanh()
x_bar = v * (1 - y**2)

x.requires_grad_()
x.tanh().backward(v)
print(x_bar, x.grad, sep="\n")
