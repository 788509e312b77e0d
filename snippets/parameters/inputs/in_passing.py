import torch

x = torch.tensor(2.0, requires_grad=True)
h = x**2
h.retain_grad()
(3 * h).backward(inputs=[x])
print(x.grad, h.grad)
