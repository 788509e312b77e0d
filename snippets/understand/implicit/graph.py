import draw
import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = x**2 + 2
z = y.sum()
backs = torch.autograd.grad(
    z, [x, y, z], torch.tensor(2.0)
)

nodes = {
    name: draw.Node(name, a, b)
    for name, a, b in zip("xyz", [x, y, z], backs)
}
nodes["z"] = nodes["z"]._replace(tone="v")
print(
    draw.graph(
        nodes,
        [
            ("x", "y", "x² + 2", "· 2x"),
            ("y", "z", "Σ", "· 1"),
        ],
    )
)
