import draw
import torch

W = torch.tensor(
    [
        [0.2, -0.4, 0.1],
        [0.3, 0.1, -0.2],
        [-0.1, 0.5, 0.2],
    ],
    dtype=torch.float64,
)
x = torch.tensor(
    [0.5, -0.2, 0.8], dtype=torch.float64
)
v = torch.tensor(
    [0.1, 0.2, 0.3], dtype=torch.float64
)


def errors(step, value):
    """Return how far each of the first iterates is from the solution."""
    path = [value]
    for _ in range(80):
        path.append(step(path[-1]))
    return [
        (k, (value - path[-1]).norm().item())
        for k, value in enumerate(path[:16])
    ]


z_errors = errors(
    lambda z: torch.tanh(W @ z + x),
    torch.zeros_like(x),
)
z = torch.zeros_like(x)
for _ in range(80):
    z = torch.tanh(W @ z + x)
J = torch.autograd.functional.jacobian(
    lambda z: torch.tanh(W @ z + x), z
)
u_errors = errors(lambda u: v + u @ J, v)
print(
    draw.chart(
        [
            ("z", z_errors, "x"),
            ("u", u_errors, "v"),
        ],
        x="k",
        y="‖zₖ − z‖, ‖uₖ − u‖",
        ylog=True,
    )
)
