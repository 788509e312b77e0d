import draw
from draw import Node

nodes = {
    "x": Node("x", 2, 4, at=(0, 0)),
    "w": Node("w", 3, 2, at=(1, 0)),
    "p": Node("p", 4, 0.25, at=(0, 1)),
    "q": Node("q", 1, 1, at=(0, 2)),
    "r": Node("r", 6, 1, at=(1, 2)),
    "y": Node("y", 7, 1, "v", at=(0.5, 3)),
}
edges = [
    ("x", "p", "#0"),
    ("p", "q", "#1"),
    ("x", "r", "#2"),
    ("w", "r", "#2"),
    ("q", "y", "#3"),
    ("r", "y", "#3"),
]
print(draw.graph(nodes, edges))
