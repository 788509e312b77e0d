import torch

z = torch.tensor([1 + 2j], requires_grad=True)
v = torch.tensor([3 - 1j])
(z**2).backward(v)
print(z.grad)

for w in v, v.conj():
    z.grad = None
    (w * z**2).sum().real.backward()
    print(z.grad)
