import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()

two = torch.tensor(2.0)
(x**2 + 2).sum().backward(two)
print(x.grad)

x.grad = None
(2 * (x**2 + 2).sum()).backward()
print(x.grad)
