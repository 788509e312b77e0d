import torch

t = torch.arange(8, dtype=torch.float64) / 2
y = torch.tensor(
    [
        2.52,
        1.81,
        1.41,
        1.13,
        0.88,
        0.76,
        0.70,
        0.60,
    ],
    dtype=torch.float64,
)


def residual(p):
    a, b, c = p
    return a * torch.exp(-b * t) + c - y


def loss(p):
    return residual(p).square().sum() / 2


for p in [1.0, 0.3, 0.0], [2.011, 0.802, 0.497]:
    p = torch.tensor(p, dtype=torch.float64)
    J = torch.func.jacfwd(residual)(p)
    H = torch.func.hessian(loss)(p)
    gap = (H - J.T @ J).norm() / H.norm()
    positive = torch.linalg.eigvalsh(H) > 0
    print(f"{gap:.4f}", positive.tolist())
