import torch

scalar = torch.tensor(3.0)
vector = torch.tensor([1.0, 2.0, 3.0])
matrix = torch.tensor([[1.0, 2.0], [3.0, 4.0]])

for tensor in (scalar, vector, matrix):
    print(tensor.dim(), tuple(tensor.shape))
