import torch

x = torch.tensor(3.0)
z = torch.tensor(1.25)
for _ in range(4):
    z = x - 2 * z
    print(z.item())

z = x / 3  # (1)!
print(z.item(), (x - 2 * z).item())
