import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = x**2

y.backward(y)  # (1)!
print(x.grad)

x.grad = None
y = x**2
(y * y).sum().backward()  # (2)!
print(x.grad)

x.grad = None
y = x**2
(y.detach() * y).sum().backward()  # (3)!
print(x.grad)
