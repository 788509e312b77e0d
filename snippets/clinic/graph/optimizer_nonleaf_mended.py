import torch

w = (
    torch.tensor([1.0, 2.0, 3.0]) * 0.5
).requires_grad_()
optimizer = torch.optim.SGD([w], lr=0.1)

(w**2).sum().backward()
optimizer.step()
print(w)
