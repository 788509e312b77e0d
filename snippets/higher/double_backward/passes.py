import draw

lanes = {
    "1": [("x", "x", "x"), ("y", "y", "muted")],
    "2": [("g", "g", "g"), ("v", "v", "v")],
    "3": [
        ("v_bar", "v̄", "v"),
        ("g_bar", "ḡ", "g"),
        ("x_bar", "x̄", "x"),
    ],
}
arrows = [
    ("x", "y", "f"),
    ("y", "v"),
    ("v", "g", "Jᵀ", "v"),
    ("g", "g_bar"),
    ("g_bar", "v_bar", "J", "g"),
    ("g_bar", "x_bar", "B", "g"),
]
print(draw.boxes(lanes, arrows))
