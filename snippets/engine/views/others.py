import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = 2 * x
a, b = y[:2], y[1:]
b.mul_(10)
a.sum().backward()
print(a.grad_fn.name(), x.grad)

buffer = torch.zeros(3)
a, b = buffer[:2], buffer[1:]
print(a.requires_grad, buffer.is_leaf)
b.copy_(x[:2])
print(a.requires_grad, buffer.is_leaf)
