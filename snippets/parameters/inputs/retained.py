import torch

x = torch.tensor(2.0, requires_grad=True)
h = x**2
z = 3 * h

z.backward(inputs=[h], retain_graph=True)
print(h.grad, h.retains_grad)
z.backward()
print(h.grad, x.grad)
