import draw
import torch

x = torch.tensor(2.0, requires_grad=True)
u = x**2
w = 3 * x
A = u * w
values = {"x": x, "u": u, "w": w, "A": A}
backs = torch.autograd.grad(A, values.values())

nodes = {
    name: draw.Node(name, value, back)
    for (name, value), back in zip(
        values.items(), backs
    )
}
nodes["A"] = nodes["A"]._replace(tone="v")
edges = [
    ("x", "u", "( )²", "· 4"),
    ("x", "w", "· 3", "· 3"),
    ("u", "A", "·", "· 6"),
    ("w", "A", "·", "· 4"),
]
print(draw.graph(nodes, edges))
