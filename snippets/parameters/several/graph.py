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
z = (x**2 + 2).sum()
v = torch.tensor([0.1, 0.2, 0.3])
(from_y,) = torch.autograd.grad(
    y, x, v, retain_graph=True
)
(from_z,) = torch.autograd.grad(
    z, x, retain_graph=True
)
torch.autograd.backward([y, z], [v, None])

nodes = {
    "x": draw.Node("x", x, x.grad, at=(1, 0)),
    "y": draw.Node("y", y, v, "v", at=(0, 1)),
    "z": draw.Node("z", z, 1, "v", at=(2, 1)),
}
edges = [
    ("x", "y", "", draw.values(from_y)),
    ("x", "z", "", draw.values(from_z)),
]
print(draw.graph(nodes, edges))
