import torch

X = torch.tensor([[1.0, 2], [3, -1]])
W1 = torch.ones(2, 3, requires_grad=True)
W2 = torch.ones(3, 2, requires_grad=True)
V = torch.ones(2, 2)

Y = (X @ W1).relu() @ W2
with torch.no_grad():
    W2 -= 0.1
Y.backward(V)
