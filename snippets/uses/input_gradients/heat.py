import draw
import torch

image = torch.tensor(
    [
        [0.0, 0.9, 0.1],
        [0.2, 1.0, 0.0],
        [0.5, 0.6, 0.9],
    ],
    requires_grad=True,
)
(
    2 * image[:, 1] - image[:, 0] - image[:, 2]
).relu().square().sum().backward()

cell, gap = 52, 48
light = (0.04 + 0.4 * image.detach()).tolist()
strength = (
    0.04
    + 0.4
    * image.grad.abs()
    / image.grad.abs().max()
).tolist()
parts = [
    draw.text(1.5 * cell, 12, "x", "x", font="m"),
    *draw.cells(0, 28, image, "x", cell, light),
    draw.arrow(
        [
            (3 * cell + 8, 82),
            (3 * cell + gap - 8, 82),
        ],
        "g",
    ),
    draw.text(
        4.5 * cell + gap,
        12,
        "∂s₁/∂x",
        "g",
        font="m",
    ),
    *draw.cells(
        3 * cell + gap,
        28,
        image.grad,
        "g",
        cell,
        strength,
    ),
]
print(
    draw.svg(
        6 * cell + gap,
        28 + 3 * draw.CELL + 2,
        parts,
    )
)
