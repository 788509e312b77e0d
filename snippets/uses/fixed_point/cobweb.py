import draw
import torch

x, z = 2.0, 0.4
zs = torch.linspace(0.2, 1.6, 40)
curve = torch.stack([zs, x / (1 + zs)], dim=1)
diagonal = [(0.0, 0.0), (1.7, 1.7)]

path = [(z, z)]
for _ in range(3):
    z = x / (1 + path[-1][1])
    path += [(path[-1][0], z), (z, z)]
arrows = [
    draw.Arrow(
        (b[0] - a[0], b[1] - a[1]), "", "v", a
    )
    for a, b in zip(path, path[1:])
]
print(
    draw.plane(
        arrows,
        [draw.Point((1.0, 1.0), "", "g")],
        [curve, diagonal],
        axes=("z", "f"),
    )
)
