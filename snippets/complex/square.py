import torch

z = torch.tensor(1 + 2j, requires_grad=True)
L = z.abs() ** 2
L.backward()
print(L, z.grad)
