import draw

lanes = {
    "f = F.apply": [
        ("b", "backward()", "v"),
        ("g", "func.grad", "v"),
        ("m", "func.vmap"),
        ("j", "func.jvp", "x"),
    ],
    "class F": [
        ("back", "backward", "g"),
        ("setup", "setup_context"),
        ("rule", "vmap"),
        ("push", "jvp", "j"),
    ],
}
print(
    draw.boxes(
        lanes,
        [
            ("b", "back", "", "v"),
            ("g", "back", "", "v"),
            ("g", "setup"),
            ("m", "setup"),
            ("m", "rule"),
            ("j", "setup"),
            ("j", "push", "", "x"),
        ],
    )
)
