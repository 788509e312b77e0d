import draw

lanes = {
    "PyTorch": [
        ("forward", "y = f(x)"),
        None,
        None,
        ("backward", "y.backward(v)", "v"),
        ("grad", "x.grad += vᵀJ", "g"),
    ],
    "NumPy": [
        ("array", "y"),
        ("solve", "u = K⁻¹y"),
        ("value", "A = ½Σ(u−d)²"),
        ("adjoint", "v = K⁻ᵀ(u−d)", "v"),
        None,
    ],
}
arrows = [
    ("forward", "array", "numpy()"),
    ("array", "solve"),
    ("solve", "value"),
    ("value", "adjoint", "", "v"),
    ("adjoint", "backward", "∂A/∂y", "v"),
    ("backward", "grad", "", "g"),
]
print(draw.boxes(lanes, arrows))
