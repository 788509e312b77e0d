import draw
import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
v = torch.tensor([0.1, 0.2, 0.3])


def h(v):
    return v.clamp(max=0.2)


y = torch.stack(
    [
        x[0] * x[1] * x[2],
        x[0] + x[1] + x[2],
        x[0] + x[1] * x[2],
    ]
)
y.backward(h(v))
nodes = {
    "x": draw.Node("x", x, x.grad),
    "y": draw.Node("y", y, h(v), "v"),
    "A": draw.Node(
        "A", None, v, "v", unknown=True
    ),
}
print(
    draw.graph(
        nodes,
        [
            ("x", "y", "", "· J"),
            ("y", "A", "", "h(v)", "v"),
        ],
    )
)
