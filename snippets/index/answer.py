import draw
import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()
v = torch.tensor([0.1, 0.2, 0.3])


def f(x):
    x1, x2, x3 = x
    return torch.stack(
        [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
    )


y = f(x)
J = torch.autograd.functional.jacobian(f, x)
y.backward(v)

cell = 44
left, right = 28, 240  # forwards, backwards
down, up = left + 1.5 * cell, right + 1.5 * cell
wide = 3 * cell
# A row of J is as strong as its weight.
shades = [[0.04 + w] * 3 for w in v.tolist()]
parts = [
    draw.text(14, 50, "x", "x", font="m"),
    *draw.cells(left, 32, x, "x", cell),
    draw.arrow([(down, 76), (down, 324)]),
    draw.text(
        down - 12, 200, "y(x)", "", "end", "m"
    ),
    draw.text(14, 350, "y", font="m"),
    *draw.cells(left, 332, y, "muted", cell),
    draw.arrow(
        [(down, 376), (down, 430)], kind="dashed"
    ),
    draw.box(
        down - 40, 436, 80, 40, kind="dashed"
    ),
    draw.text(down, 456, "A(y)", font="m"),
    draw.arrow(
        [(down + 46, 456), (up, 456), (up, 376)],
        "v",
        "dashed",
    ),
    draw.text(
        up + 12, 420, "∂A/∂y", "v", "start", "m"
    ),
    draw.text(
        right - 14, 350, "v", "v", font="m"
    ),
    *draw.cells(right, 332, v, "v", cell),
    draw.arrow([(up, 324), (up, 300)], "v"),
    draw.box(
        right + 1, 258, wide - 2, 36, "v", 0
    ),
    draw.text(
        up, 276, "y.backward(v)", "v", font="c"
    ),
    draw.arrow([(up, 252), (up, 228)], "v"),
    draw.text(
        right - 14, 166, "J", "j", font="m"
    ),
    *draw.cells(right, 112, J, "j", cell, shades),
    draw.arrow([(up, 106), (up, 76)], "g"),
    draw.runs(
        up + 12,
        91,
        [("+= ", "c g"), ("vᵀJ", "m g")],
        "start",
    ),
    *draw.cells(right, 32, x.grad, "g", cell),
    draw.text(up, 14, "x.grad", "g", font="c"),
]
print(draw.svg(right + wide + 8, 478, parts))
