import draw

lanes = {
    "rank 0": [
        ("forward", "act = front(x)"),
        None,
        None,
        ("backward", "act.backward(v)", "v"),
        ("front", "front.grad +=", "g"),
    ],
    "rank 1": [
        ("received", "act"),
        ("loss", "loss = back(act)"),
        ("loss_backward", "loss.backward()", "g"),
        ("grad", "v = act.grad", "v"),
        None,
    ],
}
arrows = [
    ("forward", "received", "act"),
    ("received", "loss"),
    ("loss", "loss_backward"),
    ("loss_backward", "grad", "", "g"),
    ("grad", "backward", "v", "v"),
    ("backward", "front", "", "g"),
]
print(draw.boxes(lanes, arrows))
