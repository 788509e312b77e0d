import torch

for start in (1.0, 0.0):
    x = torch.tensor(
        start,
        dtype=torch.float64,
        requires_grad=True,
    )
    eps = 1e-6
    (analytical,) = torch.autograd.grad(
        torch.relu(x), x
    )
    numerical = (
        torch.relu(x + eps) - torch.relu(x - eps)
    ) / (2 * eps)
    print(
        start,
        torch.autograd.gradcheck(
            torch.relu, x, raise_exception=False
        ),
    )
    print(f"{analytical:.4f} {numerical:.4f}")
