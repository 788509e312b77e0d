import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
h = x**2
z = h.sum()
w = torch.tensor([10.0, 0.0, 0.0])

torch.autograd.backward([h, z], [w, None])

print(x.grad)
