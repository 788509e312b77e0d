import math

import draw
import torch

z = torch.tensor(1 + 2j, requires_grad=True)
(z.abs() ** 2).backward()

place, gradient = (
    torch.view_as_real(z.detach()),
    torch.view_as_real(z.grad),
)
turn = [2 * math.pi * k / 96 for k in range(97)]
circles = [
    [
        (r * math.cos(t), r * math.sin(t))
        for t in turn
    ]
    for r in (abs(z.item()) / 2, abs(z.item()))
]
arrows = [
    (gradient, "z.grad", "g", place),
    (-0.25 * gradient, "−¼·z.grad", "v", place),
]
print(
    draw.plane(
        arrows,
        [(place, "z")],
        circles,
        axes=("Re", "Im"),
    )
)
