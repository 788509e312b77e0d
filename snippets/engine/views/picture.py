import draw
from draw import Node

nodes = {
    "x": Node(
        "x", [1, 2, 3], [1, 2, 0.6], at=(0, 0)
    ),
    "y": Node(
        "y", [2, 4, 6], [0.5, 1, 0.3], at=(0, 1)
    ),
    "w": Node("w", 5, 1, at=(1, 1)),
    "new": Node(
        "y′",
        [10, 20, 6],
        [0.1, 0.2, 0.3],
        "v",
        at=(0.5, 2),
    ),
}
edges = [
    ("x", "y", "Mul"),
    ("y", "new", "CopySlices"),
    ("w", "new"),
]
print(draw.graph(nodes, edges))
