import draw

lanes = {
    "forward": [
        ("x", "x", "x"),
        ("f", "forward(ctx, x)"),
        ("y", "y"),
    ],
    "backward": [
        ("g", "x.grad", "g"),
        ("b", "backward(ctx, v)"),
        ("v", "v", "v"),
    ],
}
print(
    draw.boxes(
        lanes,
        [
            ("x", "f"),
            ("f", "y"),
            ("v", "b", "", "v"),
            ("b", "g", "", "g"),
            ("f", "b", "ctx"),
        ],
    )
)
