import torch

w = torch.ones(4, requires_grad=True)
v = torch.tensor([[0.1, 0.2], [0.3, 0.4]])

w.view(2, 2).backward(v)
w.view(2, 2).backward(v)
print(v)

w.grad = None
for _ in range(2):
    w.view(2, 2).backward(v.clone())
print(v)
