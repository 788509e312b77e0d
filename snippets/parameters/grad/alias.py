import torch

a = torch.tensor([1.0, 2.0], requires_grad=True)
b = torch.tensor([3.0, 4.0], requires_grad=True)
v = torch.tensor([0.1, 0.2])

ga, gb = torch.autograd.grad(a + b, [a, b], v)
print(ga is v, gb is v)
ga *= 10
print(gb, v)
