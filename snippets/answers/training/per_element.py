import torch
from torch.nn import functional as F

p = torch.tensor([1.0, 2.0], requires_grad=True)
t = torch.tensor([0.0, 0.0])

each = F.mse_loss(p, t, reduction="none")
each.backward(torch.tensor([1.0, 0.5]))
print(p.grad)
