import torch
from torch.nn import functional as F

X = torch.tensor([[1.0, 2], [3, -1]])
t = torch.tensor([1, 0])
T = torch.tensor([[0.0, 1], [1, 0]])
W1 = torch.tensor([[1.0, -1, 0], [0, 1, 2]])
b1 = torch.tensor([0.0, 1, 1])
W2 = torch.tensor([[1.0, 0], [2, 1], [0, -1]])
b2 = torch.tensor([1.0, 2])

W1.requires_grad_()
Y = (X @ W1 + b1).relu() @ W2 + b2
V = (Y.detach().softmax(1) - T) / 2
Y.backward(V)
print(W1.grad)

W1.grad = None
Y = (X @ W1 + b1).relu() @ W2 + b2
F.cross_entropy(Y, t).backward()
print(W1.grad)
