import torch


def z(x):
    return x[0] * x[1] * x[2]


x = torch.tensor([1.0, 2.0, 3.0])
H = torch.func.hessian(z)(x)

torch.testing.assert_close(
    H, torch.func.jacfwd(torch.func.jacrev(z))(x)
)
print(H)
