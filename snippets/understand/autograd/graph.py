import draw
import torch

x = torch.tensor(3.0, requires_grad=True)
square = x**2
y = 5 * square
backs = torch.autograd.grad(y, [x, square, y])

nodes = {
    name: draw.Node(name, value, back)
    for name, value, back in zip(
        ["x", "x²", "y"], [x, square, y], backs
    )
}
nodes["y"] = nodes["y"]._replace(tone="v")
print(
    draw.graph(
        nodes,
        [
            ("x", "x²", "( )²", "· 2x"),
            ("x²", "y", "· 5", "· 5"),
        ],
    )
)
