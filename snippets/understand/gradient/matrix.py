import torch

J = torch.tensor(
    [
        [6.0, 3.0, 2.0],
        [1.0, 1.0, 1.0],
        [1.0, 3.0, 2.0],
    ]
)
v = torch.tensor([0.1, 0.2, 0.3])

print(v @ J)
