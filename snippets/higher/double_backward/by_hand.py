import torch

a = torch.tensor(
    [[0.0, 0.0], [1.0, 2.0]],
    dtype=torch.float64,
    requires_grad=True,
)
b = torch.tensor(
    [[3.0, 4.0]], dtype=torch.float64
)


def distances(a):
    return (a[:, None] - b).norm(dim=-1)


print(torch.autograd.gradgradcheck(distances, a))
