import torch

z = torch.tensor([0.0, 1.0, 2.0])
v = torch.tensor([1.0, 10.0, 100.0])
p = z.softmax(0)
z_bar = p * (v - v @ p)

z.requires_grad_()
z.softmax(0).backward(v)
print(z_bar, z.grad, sep="\n")
