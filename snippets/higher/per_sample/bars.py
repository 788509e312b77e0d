import draw
import torch

W = torch.tensor(
    [[0.5, -1.0, 0.2], [0.1, 0.3, 1.0]]
)
x = torch.tensor(
    [
        [1.0, 0.0, 2.0],
        [0.0, 1.0, 0.0],
        [3.0, -1.0, 1.0],
        [0.1, 0.2, 0.3],
    ]
)
y = torch.tensor(
    [
        [1.0, 0.0],
        [0.0, 1.0],
        [1.0, 1.0],
        [0.0, 0.0],
    ]
)


def loss(W, x, y):
    return (torch.tanh(W @ x) - y).square().sum()


g = torch.func.vmap(
    torch.func.grad(loss), (None, 0, 0)
)(W, x, y)
norms = g.flatten(1).norm(dim=1).tolist()
before = [
    (str(i + 1), n) for i, n in enumerate(norms)
]
after = [(i, min(n, 1.0)) for i, n in before]
print(
    draw.chart(
        [
            ("", before, "muted", "bar"),
            ("", after, "g", "bar"),
        ],
        x="i",
        y="‖gᵢ‖",
    )
)
