import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
b = torch.tensor([0.0, 0.0], requires_grad=True)
(w**2 + b).sum().backward()
with torch.no_grad():
    for p in (w, b):
        p -= 0.1 * p.grad
print(w, b)
