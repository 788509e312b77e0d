import torch

X = torch.tensor([[1.0, 2, 3], [4, 5, 6]])
b = torch.tensor([10.0, 20.0, 30.0])
V = torch.tensor([[1.0, 2, 3], [4, 5, 6]])
b_bar = V.sum(0)

b.requires_grad_()
(X + b).backward(V)
print(b_bar, b.grad, sep="\n")
