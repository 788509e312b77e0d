import torch

J = torch.tensor(0.1)
x = torch.tensor(1.0, requires_grad=True)
h = J * x
a, b = h * 0.1, h * 0.7

torch.autograd.backward([a, b], retain_graph=True)
together, x.grad = x.grad, None
a.backward(retain_graph=True)
b.backward()
print(f"{together:.10f} {x.grad:.10f}")
