import torch

w = torch.tensor(2.0, requires_grad=True)
h = 2 * w
a, b = 3 * h, h**2
a.backward(retain_graph=True)
with torch.no_grad():
    w -= 0.1 * w.grad
w.grad = None
b.backward()
print(w.grad, 8 * w.detach())
