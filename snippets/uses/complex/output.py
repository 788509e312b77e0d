import torch

z = torch.tensor(1 + 2j, requires_grad=True)
v = torch.tensor(3 - 1j)
(z**2).backward(v)
print(z.grad)
print(v * (2 * z.detach()).conj())  # (1)!

z.grad = None
A = (v.conj() * z**2).real  # (2)!
A.backward()
print(A.detach(), z.grad)
