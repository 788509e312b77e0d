import draw
import torch

X = torch.tensor([[1.0, 2], [3, -1]])
T = torch.tensor([[5.0, 0], [3, 0]])
W1 = torch.tensor([[1.0, -1, 0], [0, 1, 2]])
b1 = torch.tensor([0.0, 1, 1])
W2 = torch.tensor([[1.0, 0], [2, 1], [0, -1]])
b2 = torch.tensor([1.0, 2])

Z = (X @ W1 + b1).requires_grad_()
H = Z.relu()
Y = H @ W2 + b2
A = ((Y - T) ** 2).sum() / 2
Z_bar, H_bar, V = torch.autograd.grad(
    A, [Z, H, Y]
)

nodes = {
    "X": draw.Node("X", X),
    "Z": draw.Node("Z", Z, Z_bar),
    "H": draw.Node("H", H, H_bar),
    "Y": draw.Node("Y", Y, V, "v"),
    "A": draw.Node("A", A.item()),
}
edges = [
    ("X", "Z", "· W₁ + b₁", "", ""),
    ("Z", "H", "max(·, 0)", "⊙ (Z > 0)"),
    ("H", "Y", "· W₂ + b₂", "· W₂ᵀ"),
    ("Y", "A", "½ Σ(Y − T)²", "Y − T", "v"),
]
print(draw.graph(nodes, edges, 48))
