import torch

v = torch.tensor([0.1, 0.2])
u = torch.tensor([2.0, -1.0, 0.5])
J = torch.tensor(
    [[6.0, 3.0, 2.0], [1.0, 1.0, 1.0]]
)
wrong = torch.tensor([0.8, 0.5, 0.3])

print(v @ (J @ u))
print((v @ J) @ u)
print(wrong @ u)
