import torch

a = torch.tensor([1.0, 2.0])
b = torch.tensor([3.0, 4.0, 5.0])
v = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0])
a_bar, b_bar = v.split([2, 3])

a.requires_grad_()
b.requires_grad_()
torch.cat([a, b]).backward(v)
print(a_bar, a.grad, sep="\n")
print(b_bar, b.grad, sep="\n")
