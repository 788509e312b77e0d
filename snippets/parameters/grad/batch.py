import draw
import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = torch.stack(
    [
        x[0] * x[1] * x[2],
        x[0] + x[1] + x[2],
        x[0] + x[1] * x[2],
    ]
)
V = torch.eye(3)
(rows,) = torch.autograd.grad(
    y,
    x,
    V,
    is_grads_batched=True,
    retain_graph=True,
)
jacobian = [
    torch.autograd.grad(
        y[j], x, retain_graph=True
    )[0].tolist()
    for j in range(3)
]

cell, gap = 36, 24
blocks = [
    ("V = I", V, "v"),
    ("J", jacobian, "j"),
    ("VJ", rows, "g"),
]
shades = [
    [0.3] * 3,
    [0.18] * 3,
    [0.07] * 3,
]  # one shade a row, so that a row can be followed
parts = []
for i, (name, matrix, tone) in enumerate(blocks):
    left = 1 + i * (3 * cell + gap)
    parts.append(
        draw.text(
            left + 1.5 * cell,
            14,
            name,
            tone,
            font="m",
        )
    )
    parts += draw.cells(
        left, 28, matrix, tone, cell, shades
    )
    if i:
        parts.append(
            draw.text(
                left - gap / 2,
                28 + 1.5 * draw.CELL,
                "·="[i - 1],
                "muted",
            )
        )
print(
    draw.svg(
        9 * cell + 2 * gap + 2,
        30 + 3 * draw.CELL,
        parts,
    )
)
