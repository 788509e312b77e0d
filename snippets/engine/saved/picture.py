import draw


def panel(left, title, back):
    middle, width = left + 80, 124
    node = "ExpBackward0"
    names = ["y", node, "SavedTensor", title]
    parts = []
    for i, name in enumerate(names):
        top = 2 + 62 * i
        tone = "muted" if 0 < i < 3 else "x"
        if i == 3 and back:
            tone = "v"
        parts += [
            draw.box(
                middle - width / 2,
                top,
                width,
                30,
                tone,
            ),
            draw.text(
                middle, top + 15, name, font="c"
            ),
        ]
        if i:
            ends = [top - 31, top - 1]
            parts.append(
                draw.arrow(
                    [
                        (middle, end)
                        for end in ends
                    ]
                )
            )
    parts.append(
        draw.text(
            middle + 8,
            48,
            "grad_fn",
            anchor="start",
            font="c",
        )
    )
    if back:
        parts.append(
            draw.arrow(
                [
                    (middle - 62, 203),
                    (left - 6, 203),
                    (left - 6, 17),
                    (middle - 63, 17),
                ],
                "v",
            )
        )
    return parts


print(
    draw.svg(
        350,
        222,
        panel(10, "t", True)
        + panel(186, "t.detach()", False),
    )
)
