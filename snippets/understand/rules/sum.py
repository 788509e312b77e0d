import torch

X = torch.tensor([[1.0, 2, 3], [4, 5, 6]])
v = torch.tensor([3.0, 30.0])
X_bar = v[:, None].expand(2, 3)

X.requires_grad_()
X.sum(1).backward(v)
print(X_bar, X.grad, sep="\n")

X.grad = None
X.mean(1).backward(v)
print(X_bar / 3, X.grad, sep="\n")
