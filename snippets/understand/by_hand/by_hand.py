import torch

X = torch.tensor([[1.0, 2], [3, -1]])
T = torch.tensor([[5.0, 0], [3, 0]])
W1 = torch.tensor([[1.0, -1, 0], [0, 1, 2]])
b1 = torch.tensor([0.0, 1, 1])
W2 = torch.tensor([[1.0, 0], [2, 1], [0, -1]])
b2 = torch.tensor([1.0, 2])

# forward
Z = X @ W1 + b1
H = Z.relu()
Y = H @ W2 + b2

# backward
V = Y - T
W2_bar = H.T @ V
b2_bar = V.sum(0)
H_bar = V @ W2.T
Z_bar = H_bar * (Z > 0)
W1_bar = X.T @ Z_bar
b1_bar = Z_bar.sum(0)

# torch, for comparison
for p in [W1, b1, W2, b2]:
    p.requires_grad_()
Y = (X @ W1 + b1).relu() @ W2 + b2
A = ((Y - T) ** 2).sum() / 2
A.backward()

print(W1_bar, W1.grad, sep="\n")
print(b1_bar, b1.grad, sep="\n")
print(W2_bar, W2.grad, sep="\n")
print(b2_bar, b2.grad, sep="\n")
