import draw
import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
square = x**2
y = square + 2
z = y.sum()
backs = torch.autograd.grad(z, [x, square, y, z])

nodes = {
    symbol: draw.Node(symbol, value, back)
    for symbol, value, back in zip(
        ["x", "x²", "y", "z"],
        [x, square, y, z],
        backs,
    )
}
nodes["z"] = nodes["z"]._replace(
    tone="v"
)  # the 1 that backward() starts from
edges = [
    ("x", "x²", "( )²", "· 2x"),
    ("x²", "y", "+ 2", "· 1"),
    ("y", "z", "Σ", "· 1"),
]
print(draw.graph(nodes, edges))
