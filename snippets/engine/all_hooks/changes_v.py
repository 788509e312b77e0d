import torch

a = torch.zeros(2, requires_grad=True)
b = torch.zeros(2, requires_grad=True)
v = torch.tensor([1.0, 2.0])

a.register_hook(lambda g: g.mul_(10))
(a + b).backward(v)
print(a.grad, b.grad, v)
