import torch

z = torch.tensor(1 + 2j, requires_grad=True)
v = torch.tensor(3 - 1j)
(z.conj() * z**2).backward(v)
print(z.grad)

z = z.detach()
dz, dz_bar = 2 * z * z.conj(), z**2
print(v * dz.conj() + v.conj() * dz_bar)
