import draw
import torch

x = torch.tensor(2.0, requires_grad=True)
h = x**2
a, b = 3 * h, h**2
local = {
    f: torch.autograd.grad(*f, retain_graph=True)[
        0
    ]
    for f in ((h, x), (a, h), (b, h))
}
h.retain_grad()
(a + b).backward()

nodes = {
    "x": draw.Node("x", x, x.grad),
    "h": draw.Node("h", h, h.grad),
    "a": draw.Node("a", a, 1, tone="v"),
    "b": draw.Node("b", b, 1, tone="v"),
}
edges = [
    (
        "x",
        "h",
        "x²",
        f"· {draw.values(local[h, x])}",
    ),
    (
        "h",
        "a",
        "3h",
        f"· {draw.values(local[a, h])}",
    ),
    (
        "h",
        "b",
        "h²",
        f"· {draw.values(local[b, h])}",
    ),
]
print(draw.graph(nodes, edges))
