import draw
import torch

x = torch.tensor([1.0, 2.0, 3.0])
v = torch.tensor([0.1, 0.2, 0.3])


def f(x):
    return torch.stack(
        [
            x[0] * x[1] * x[2],
            x[0] + x[1] + x[2],
            x[0] + x[1] * x[2],
        ]
    )


J = torch.autograd.functional.jacobian(f, x)
cell, gap = 44, 150
parts = []
for number, (used, result) in enumerate(
    [(J.diag().diag(), v * J.diag()), (J, v @ J)]
):
    top = number * gap
    shades = [
        [
            0.3 if used[i, j] else 0.04
            for j in range(3)
        ]
        for i in range(3)
    ]
    parts += [
        *draw.cells(8, top + 49, v, "v", cell),
        draw.text(156, top + 66, "·"),
        *draw.cells(
            170, top + 8, J, "j", cell, shades
        ),
        draw.text(
            320,
            top + 139,
            "✓" if number else "✗",
            "g" if number else "v",
        ),
        *draw.cells(
            170,
            top + 122,
            result,
            "g" if number else "muted",
            cell,
        ),
    ]
print(draw.svg(340, 2 * gap + 10, parts))
