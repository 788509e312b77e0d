import torch

w = torch.tensor(1.0, requires_grad=True)
scale = torch.tensor(1024.0)

(w.half() * 1e-4 * 1e-4).backward()
print(w.grad, w.grad * scale)
w.grad = None
(w.half() * 1e-4 * 1e-4).backward(scale)
print(w.grad / scale)
