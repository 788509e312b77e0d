import draw
import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
v = torch.tensor([0.1, 0.2, 0.3])


def f(x):
    return torch.stack(
        [
            x[0] * x[1] * x[2],
            x[0] + x[1] + x[2],
            x[0] + x[1] * x[2],
        ]
    )


y = f(x)
jacobian = torch.autograd.functional.jacobian(
    f, x
).tolist()
y.backward(v)

cell = 44
shades = [
    [0.04 + weight] * 3 for weight in v.tolist()
]  # a row of J is as strong as its weight
left, right = (
    28,
    240,
)  # forwards on the left, backwards on the right
down, up, wide = (
    left + 1.5 * cell,
    right + 1.5 * cell,
    3 * cell,
)
parts = [
    draw.text(14, 50, "x", "x", font="m"),
    *draw.cells(left, 32, x, "x", cell),
    draw.arrow([(down, 76), (down, 170)]),
    draw.box(down - 24, 176, 48, 48),
    draw.text(down, 200, "f", font="m"),
    draw.arrow([(down, 230), (down, 324)]),
    draw.text(14, 350, "y", font="m"),
    *draw.cells(left, 332, y, "muted", cell),
    draw.arrow(
        [(down, 376), (down, 414)], kind="dashed"
    ),
    draw.box(
        down - 24, 420, 48, 40, kind="dashed"
    ),
    draw.text(down, 440, "?", "muted"),
    draw.arrow(
        [(down, 466), (down, 500)], kind="dashed"
    ),
    draw.text(down, 514, "A", font="m"),
    draw.arrow(
        [(down + 16, 514), (up, 514), (up, 376)],
        "v",
        "dashed",
    ),
    draw.text(
        up + 12, 440, "∂A/∂y", "v", "start", "m"
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
    *draw.cells(
        right, 112, jacobian, "j", cell, shades
    ),
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
print(draw.svg(right + wide + 8, 526, parts))
