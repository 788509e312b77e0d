import draw
import torch

x, a, b = (
    torch.tensor([1.0, 2.0]),
    torch.tensor([-2.0, 1.0]),
    torch.tensor([3.0, -2.0]),
)
w = torch.tensor([0.5, 0.25])


def f(x):
    return torch.stack(
        [
            ((x - a) ** 2).sum() / 2,
            ((x - b) ** 2).sum() / 2,
        ]
    )


r1, r2 = torch.autograd.functional.jacobian(f, x)
x.requires_grad_()
f(x).backward(w)
arrows = [
    (r1, "∇L₁", "j", (0, 0), "dashed"),
    (r2, "∇L₂", "j", (0, 0), "dashed"),
    (w[0] * r1, "w₁∇L₁", "v"),
    (w[1] * r2, "w₂∇L₂", "v", w[0] * r1),
    (x.grad, "wᵀJ", "g"),
]
print(draw.plane(arrows))
