import draw
import torch

x = torch.tensor(2.0, requires_grad=True)
a, b = x**2, 3 * x
(by_a,) = torch.autograd.grad(
    a, x, retain_graph=True
)
(by_b,) = torch.autograd.grad(
    b, x, retain_graph=True
)
(a + b).backward()

nodes = {
    "x": draw.Node("x", x, x.grad),
    "a": draw.Node("a", a, 1, tone="v"),
    "b": draw.Node("b", b, 1, tone="v"),
}
edges = [
    ("x", "a", "x²", f"· {draw.values(by_a)}"),
    ("x", "b", "3x", f"· {draw.values(by_b)}"),
]
print(draw.graph(nodes, edges))
