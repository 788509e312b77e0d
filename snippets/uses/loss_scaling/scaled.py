import torch

w = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
scale = torch.tensor(1024.0)

loss = (w.half() * 1e-4 * 1e-4).sum()
loss.backward(gradient=scale)
print(w.grad)
print(w.grad / scale)  # (1)!

w.grad = None
loss = (w.half() * 1e-4 * 1e-4).sum()
(scale * loss).backward()
print(w.grad)
