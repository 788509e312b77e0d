import torch

w = torch.tensor(3.0, requires_grad=True)
(5 * w**2).backward()

w = w - 0.01 * w.grad
print(w.is_leaf)
