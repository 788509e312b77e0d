import torch

z = torch.tensor(1 + 2j, requires_grad=True)
L = z**2
print(L.detach())
L.backward()
