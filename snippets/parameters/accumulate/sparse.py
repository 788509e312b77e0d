import torch
from torch.nn import functional as F

W = torch.ones(3, 2, requires_grad=True)
rows = torch.tensor([0, 2])
F.embedding(rows, W, sparse=True).sum().backward()
kept = W.grad
W.sum().backward()
print(kept.is_sparse, W.grad.is_sparse)
print(W.grad)
