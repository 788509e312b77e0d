import torch

z = torch.tensor(1 + 2j, requires_grad=True)

for _ in range(4):
    L = z.abs() ** 2
    (g,) = torch.autograd.grad(L, z)
    print(L.detach(), z.detach(), g)
    with torch.no_grad():
        z -= 0.25 * g
