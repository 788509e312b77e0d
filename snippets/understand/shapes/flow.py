import draw
import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
V = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
Y = torch.stack([x[:2] * x[1:], x[:2] + x[1:]])
Y.backward(V)

cell, right = 40, 240
parts = [
    draw.text(60, 12, "x", "x", font="m"),
    *draw.cells(0, 28, x, "x", cell),
    draw.arrow([(60, 72), (60, 118)]),
    draw.text(
        72, 95, "f", font="m", anchor="start"
    ),
    *draw.cells(20, 124, Y, "muted", cell),
    draw.text(60, 212, "Y", font="m"),
    draw.text(
        right + 60, 12, "x.grad", "g", font="c"
    ),
    *draw.cells(right, 28, x.grad, "g", cell),
    draw.arrow(
        [(right + 60, 118), (right + 60, 72)], "g"
    ),
    *draw.cells(right + 20, 124, V, "v", cell),
    draw.text(
        right + 60, 212, "V", "v", font="m"
    ),
    draw.text(
        180,
        46,
        f"{list(x.shape)} = {list(x.grad.shape)}",
        "muted",
        font="c",
    ),
    draw.text(
        180,
        160,
        f"{list(Y.shape)} = {list(V.shape)}",
        "muted",
        font="c",
    ),
]
print(draw.svg(right + 124, 226, parts))
