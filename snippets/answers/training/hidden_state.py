import torch

w = torch.tensor(0.5, requires_grad=True)
h = torch.tensor(1.0)

for _ in range(3):
    h = torch.tanh(w * h.detach())
    h.backward()
    print(w.grad)
    w.grad = None
