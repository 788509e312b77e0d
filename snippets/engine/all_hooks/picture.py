import draw

lanes = {
    "z": [
        ("v", "v", "v"),
        ("z", "z.hook"),
        ("r", "z.retain_grad"),
        ("p", "node.prehook"),
        ("n", "node", "j"),
        ("q", "node.hook"),
    ],
    "w": [
        ("g", "g", "g"),
        ("w", "w.hook"),
        ("e", "end.prehook"),
        ("a", "w.grad", "g"),
        ("l", "post_accumulate"),
        ("k", "end.hook"),
    ],
}
print(
    draw.boxes(
        lanes,
        [
            ("v", "z", "", "v"),
            ("z", "r", "", "v"),
            ("r", "p", "", "v"),
            ("p", "n", "", "v"),
            ("n", "q", "", "g"),
            ("g", "w", "", "g"),
            ("w", "e", "", "g"),
            ("e", "a", "", "g"),
            ("a", "l"),
            ("l", "k"),
        ],
        gap=26,
    )
)
