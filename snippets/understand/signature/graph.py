import draw
import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
w = torch.tensor(
    [4.0, 5.0, 6.0], requires_grad=True
)
y = w * x**2
v = torch.tensor([1.0, 10.0, 100.0])
y.backward(v, inputs=[x])

nodes = {
    "x": draw.Node("x", x, x.grad),
    "w": draw.Node("w", w, w.grad),
    "y": draw.Node("y", y, v, tone="v"),
}
print(
    draw.graph(
        nodes,
        [
            ("x", "y", "", "· 2wx"),
            ("w", "y", "", "", ""),
        ],
    )
)
