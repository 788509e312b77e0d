import torch

X = torch.tensor([[1.0, 2], [3, -1]])
T = torch.tensor([[5.0, 0], [3, 0]])
W1 = torch.tensor([[1.0, -1, 0], [0, 1, 2]])
b1 = torch.tensor([0.0, 1, 1])
W2 = torch.tensor([[1.0, 0], [2, 1], [0, -1]])
b2 = torch.tensor([1.0, 2])


def A():
    Y = (X @ W1 + b1).relu() @ W2 + b2
    return ((Y - T) ** 2).sum().item() / 2


before = A()
W1[0, 0] += 0.001
print(before, round(A() - before, 4))
