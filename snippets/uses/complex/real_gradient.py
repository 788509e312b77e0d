import torch

z = torch.tensor(1 + 2j, requires_grad=True)
y = z**2
y.backward(torch.tensor(1.0))
