import torch

w = torch.tensor(3.0, requires_grad=True)
buffer = torch.ones(3)
head = buffer[:2]

head.mul_(w)
buffer.sum().backward()
print(w.grad)
