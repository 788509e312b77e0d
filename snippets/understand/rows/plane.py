import draw
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)


def f(x):
    x1, x2 = x
    return torch.stack([x1 * x2, x2 - x1])


J = torch.autograd.functional.jacobian(f, x)
along = torch.tensor([1.0, -2.0])  # y₁ = 2 here
torch.testing.assert_close(
    J[0] @ along, torch.tensor(0.0)
)

grid = torch.linspace(0.7, 3.2, 26).tolist()
levels = [
    [(a, 2 / a) for a in grid],
    [(0.0, 1.0), (2.4, 3.4)],
]
arrows = [
    draw.Arrow(J[0], "∂y₁/∂x", "j", x),
    draw.Arrow(J[1], "∂y₂/∂x", "j", x),
]
here = [draw.Point(x, "x")]
print(draw.plane(arrows, here, levels))
