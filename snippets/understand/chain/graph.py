import draw
import torch

x = torch.tensor(3.0, requires_grad=True)
u = x**2
y = 5 * u
backs = torch.autograd.grad(y, [x, u, y])

nodes = {
    name: draw.Node(name, value, back)
    for name, value, back in zip(
        "xuy", [x, u, y], backs
    )
}
nodes["y"] = nodes["y"]._replace(tone="v")
print(
    draw.graph(
        nodes,
        [
            ("x", "u", "( )²", "· 2x"),
            ("u", "y", "· 5", "· 5"),
        ],
    )
)
