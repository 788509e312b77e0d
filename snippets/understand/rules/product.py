import torch

X = torch.tensor([[1.0, 2, 3], [4, 5, 6]])
W = torch.tensor([[1.0, 0], [0, 1], [1, 1]])
V = torch.tensor([[1.0, 0], [0, 2]])
X_bar = V @ W.T
W_bar = X.T @ V

X.requires_grad_()
W.requires_grad_()
(X @ W).backward(V)
print(X_bar, X.grad, sep="\n")
print(W_bar, W.grad, sep="\n")
