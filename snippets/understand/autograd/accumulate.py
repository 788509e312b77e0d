import torch

x = torch.tensor(3.0, requires_grad=True)

(5 * x**2).backward()
print(x.grad)
(5 * x**2).backward()
print(x.grad)

x.grad = None
(5 * x**2).backward()
print(x.grad)
