import torch

x = torch.tensor(3.0, requires_grad=True)
h = x**2
y = 5 * h

y.backward(inputs=[h])
print(h.grad, x.grad)
