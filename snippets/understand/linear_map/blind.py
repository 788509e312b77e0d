import torch

Jv = torch.tensor([0.8, 0.5, 0.4])
wrong = torch.tensor([0.8, 0.5, 7.0])
u = torch.tensor([2.0, -1.0, 0.0])

print(Jv @ u, wrong @ u)
