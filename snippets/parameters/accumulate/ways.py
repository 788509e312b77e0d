import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
z = (x * x).sum()  # (1)!
z.backward()
print(x.grad)

a, b = (
    x.detach().requires_grad_(),
    x.detach().requires_grad_(),
)
(a * b).sum().backward()
print(a.grad, b.grad)
