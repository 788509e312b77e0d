import draw
import torch

t = torch.arange(8, dtype=torch.float64) / 2
y = torch.tensor(
    [
        2.52,
        1.81,
        1.41,
        1.13,
        0.88,
        0.76,
        0.70,
        0.60,
    ],
    dtype=torch.float64,
)
fine = torch.linspace(
    0, 3.5, 40, dtype=torch.float64
)


def model(p, t):
    a, b, c = p
    return a * torch.exp(-b * t) + c


p = torch.tensor(
    [1.0, 0.3, 0.0], dtype=torch.float64
)
curves = [torch.stack([fine, model(p, fine)], 1)]
damp = 0.01
for _ in range(8):
    r = model(p, t) - y
    J = torch.func.jacfwd(model)(p, t)
    I = torch.eye(3, dtype=p.dtype)
    s = torch.linalg.solve(
        J.T @ J + damp * I, -J.T @ r
    )
    new = model(p + s, t) - y
    better = new @ new < r @ r
    p = p + s if better else p
    damp = damp / 10 if better else damp * 10
curves.append(
    torch.stack([fine, model(p, fine)], 1)
)
data = torch.stack([t, y], 1)
print(
    draw.chart(
        [
            ("p₀", curves[0], "muted", "dashed"),
            ("p₈", curves[1], "g"),
            ("y", data, "x", "scatter"),
        ],
        x="t",
    )
)
