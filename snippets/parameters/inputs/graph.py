import draw
import torch

w1, w2, w3 = (
    torch.tensor(2.0, requires_grad=True)
    for _ in range(3)
)
h1 = w1 * 3
h2 = w2 * h1
z = w3 * h2
(back,) = torch.autograd.grad(
    z, h2, retain_graph=True
)
z.backward(inputs=[w2])

nodes = {
    "w1": draw.Node(
        "w₁", w1, str(w1.grad), "muted", at=(0, 0)
    ),
    "h1": draw.Node(
        "h₁", h1, "–", "muted", at=(0.9, 1)
    ),
    "w2": draw.Node("w₂", w2, w2.grad, at=(0, 1)),
    "h2": draw.Node("h₂", h2, back, at=(0.9, 2)),
    "w3": draw.Node(
        "w₃", w3, str(w3.grad), "muted", at=(0, 2)
    ),
    "z": draw.Node("z", z, 1, "v", at=(0.9, 3)),
}
edges = [
    ("w1", "h1", "", "", ""),
    ("h1", "h2", "", "", ""),
    ("w2", "h2", "", "· h₁"),
    ("h2", "z", "", "· w₃"),
    ("w3", "z", "", "", ""),
]
print(draw.graph(nodes, edges, gap=20))
