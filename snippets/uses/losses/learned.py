import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
w = torch.tensor([0.5, 0.25], requires_grad=True)

(x**2).backward(w)
print(x.grad, w.grad)

x.grad = None
(w * x**2).sum().backward()
print(x.grad, w.grad)
