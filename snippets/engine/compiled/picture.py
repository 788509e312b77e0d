import draw

lanes = {
    "y = f(x, w)": [
        ("v", "v", "v"),
        ("s", "SinBackward0", "j"),
        ("m", "MulBackward0", "j"),
        ("x", "x.grad, w.grad", "g"),
    ],
    "y = compiled(x, w)": [
        ("v2", "v", "v"),
        ("c", "CompiledFunction", "j"),
        None,
        ("x2", "x.grad, w.grad", "g"),
    ],
}
print(
    draw.boxes(
        lanes,
        [
            ("v", "s", "", "v"),
            ("s", "m", "", "g"),
            ("m", "x", "", "g"),
            ("v2", "c", "", "v"),
            ("c", "x2", "", "g"),
        ],
        gap=26,
    )
)
