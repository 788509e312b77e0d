import torch

a = torch.tensor([1.0, 2.0, 3.0])
b = torch.tensor([4.0, 5.0, 6.0])
v = torch.tensor([1.0, 10.0, 100.0])
a_bar = v * b
b_bar = v * a

a.requires_grad_()
b.requires_grad_()
(a * b).backward(v)
print(a_bar, a.grad, sep="\n")
print(b_bar, b.grad, sep="\n")
