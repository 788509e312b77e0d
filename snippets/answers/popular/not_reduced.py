import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
v = torch.tensor([0.1, 0.2, 0.3])

(x**2).backward(v)  # (1)!
without_scalar, x.grad = x.grad, None

(v * x**2).sum().backward()
print(without_scalar)
print(x.grad)
