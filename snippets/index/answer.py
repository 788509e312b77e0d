import draw
import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
v = torch.tensor([0.1, 0.2, 0.3])


def f(x):
    return torch.stack([x[0] * x[1] * x[2], x[0] + x[1] + x[2], x[0] + x[1] * x[2]])


y = f(x)
jacobian = torch.autograd.functional.jacobian(f, x).tolist()
y.backward(v)

cell = 44
shades = [[0.04 + weight] * 3 for weight in v.tolist()]  # a row of J is as strong as its weight
left, right = 28, 248  # forwards on the left, backwards on the right
down, up = left + 1.5 * cell, right + 1.5 * cell
parts = [
    draw.text(14, 50, "x", "x", font="m"),
    *draw.cells(left, 32, x, "x", cell),
    draw.arrow([(down, 76), (down, 142)]),
    draw.box(down - 24, 148, 48, 48),
    draw.text(down, 172, "f", font="m"),
    draw.arrow([(down, 202), (down, 270)]),
    draw.text(14, 296, "y", font="m"),
    *draw.cells(left, 278, y, "muted", cell),
    draw.arrow([(down, 322), (down, 368)], kind="dashed"),
    draw.box(down - 24, 374, 48, 40, kind="dashed"),
    draw.text(down, 394, "?", "muted"),
    draw.arrow([(down, 420), (down, 452)], kind="dashed"),
    draw.text(down, 470, "A", font="m"),
    draw.arrow([(down + 18, 470), (up, 470), (up, 322)], "v", "dashed"),
    draw.text(up + 12, 396, "∂A/∂y", "v", "start", "m"),
    *draw.cells(right, 278, v, "v", cell),
    draw.text(right - 14, 296, "v", "v", font="m"),
    draw.arrow([(up, 270), (up, 238)], "v"),
    draw.text(up, 254, "y.backward(v)", "v", font="c h"),
    *draw.cells(right, 120, jacobian, "j", cell, shades),
    draw.text(right - 14, 174, "J", "j", font="m"),
    draw.arrow([(up, 114), (up, 76)], "g"),
    draw.text(up + 12, 95, "+=", "g", "start", "c"),
    *draw.cells(right, 32, x.grad, "g", cell),
    draw.text(up, 14, "x.grad", "g", font="c"),
]
print(draw.svg(right + 3 * cell + 8, 484, parts))
