import torch

W = torch.tensor(
    [
        [0.2, -0.4, 0.1],
        [0.3, 0.1, -0.2],
        [-0.1, 0.5, 0.2],
    ],
    dtype=torch.float64,
)
x = torch.tensor(
    [0.5, -0.2, 0.8], dtype=torch.float64
)
v = torch.tensor(
    [0.1, 0.2, 0.3], dtype=torch.float64
)

z = torch.zeros_like(x)
for _ in range(40):
    z = torch.tanh(W @ z + x)

J = torch.autograd.functional.jacobian(
    lambda z: torch.tanh(W @ z + x), z
)  # (1)!
u = torch.linalg.solve((torch.eye(3) - J).T, v)
print(u)
print(torch.linalg.eigvals(J).abs().max())  # (2)!
