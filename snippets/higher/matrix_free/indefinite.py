import torch


def A(x):
    x1, x2 = x
    return torch.stack([x1, -x2])


b = torch.tensor([1.0, 1.0])
p = b
print(p @ A(p))

x = torch.stack([b[0], -b[1]])
print(torch.equal(A(x), b))
