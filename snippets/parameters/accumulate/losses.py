import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
(x**2).sum().backward()
(3 * x).sum().backward()
print(x.grad)

x.grad = None
((x**2).sum() + (3 * x).sum()).backward()
print(x.grad)
