import torch

M = torch.tensor([[1 + 1j, 2.0], [0.0, 1j]])
v = torch.tensor([1.0, 2j])
x = torch.zeros_like(v)
_, vjp = torch.func.vjp(M.matmul, x)
print(*vjp(v))
print(M.T @ v)
print(M.conj().T @ v)
