import torch

X = torch.tensor([[1.0, 2], [3, 4]])
W = torch.tensor([[1.0, 0], [1, 1]])
V = torch.ones(2, 2)

H = X @ W
second = H.T @ V  # W in Y = HW
first = X.T @ (V @ W.T)  # W in H = XW

W.requires_grad_()
(X @ W @ W).backward(V)
print(first, second, sep="\n")
print(W.grad)
