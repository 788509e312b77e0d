import torch

x = torch.tensor([1.0, 2.0, 3.0])
i = torch.tensor([0, 2, 0])
v = torch.tensor([1.0, 10.0, 100.0])
x_bar = torch.zeros(3).index_add(0, i, v)

x.requires_grad_()
x[i].backward(v)
print(x_bar, x.grad, sep="\n")
