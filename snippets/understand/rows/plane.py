import draw
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)


def f(x):
    return torch.stack([x[0] * x[1], x[1] - x[0]])


y = f(x)
row1, row2 = (
    torch.autograd.grad(
        y, x, e, retain_graph=True
    )[0]
    for e in torch.eye(2)
)
torch.testing.assert_close(
    row1 @ torch.tensor([1.0, -2.0]),
    torch.tensor(0.0),
)  # along y₁ = 2

grid = torch.linspace(0.7, 3.2, 26).tolist()
levels = [
    [(a, 2 / a) for a in grid],
    [(0.0, 1.0), (2.4, 3.4)],
]
arrows = [
    draw.Arrow(row1, "∂y₁/∂x", "j", x),
    draw.Arrow(row2, "∂y₂/∂x", "j", x),
]
print(
    draw.plane(
        arrows, [draw.Point(x, "x")], levels
    )
)
