import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = x**2 + 2

v = torch.tensor(0.1)
y.backward(v.expand_as(y))
print(x.grad)
