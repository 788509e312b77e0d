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
(back,) = torch.autograd.grad(y, x, v)

index = "₁₂₃"
xs = {
    f"x{i}": draw.Node(f"x{i}", a, b)
    for i, a, b in zip(
        index, x.tolist(), back.tolist()
    )
}
ys = {
    f"y{i}": draw.Node(f"y{i}", a, b, "v")
    for i, a, b in zip(
        index, y.tolist(), v.tolist()
    )
}
edges = [
    (a, b, "", draw.number(jacobian[j][i]))
    for j, b in enumerate(ys)
    for i, a in enumerate(xs)
]
edges += [(b, "A", "", "", "v") for b in ys]
print(
    draw.graph(
        {
            **xs,
            **ys,
            "A": draw.Node(
                "A(y₁, y₂, y₃)", unknown=True
            ),
        },
        edges,
    )
)
