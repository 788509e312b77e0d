import torch

x = torch.tensor(3.0, requires_grad=True)
w = torch.tensor(2.0)
y = x * w
w += 10
y.backward()
