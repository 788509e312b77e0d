import draw

cell = 26
wide, tall = (3, 7), (7, 3)
parts = []


def jacobian(left, top, shape, is_one_pass, name):
    """Draw an empty Jacobian of m × n and tint what one pass gives: a row or a column."""
    m, n = shape
    for i in range(m):
        for j in range(n):
            tone, opacity = (
                ("g", 0.5)
                if is_one_pass(i, j)
                else ("j", 0.12)
            )
            place = (
                left + j * cell + 1,
                top + i * cell + 1,
                cell - 2,
                cell - 2,
            )
            parts.append(
                draw.box(
                    *place,
                    tone,
                    opacity,
                    "cell",
                    3,
                )
            )
    parts.append(
        draw.runs(
            left - 6,
            top + m * cell / 2,
            [("m", "m"), (f" = {m}", "")],
            "end",
        )
    )
    parts.append(
        draw.runs(
            left + n * cell / 2,
            top - 14,
            [("n", "m"), (f" = {n}", "")],
        )
    )
    parts.append(
        draw.text(
            left + n * cell / 2,
            top + m * cell + 18,
            name,
            "g",
            font="c",
        )
    )


jacobian(
    52,
    28 + 2 * cell,
    wide,
    lambda i, j: i == 0,
    "jacrev",
)
jacobian(
    316, 28, tall, lambda i, j: j == 0, "jacfwd"
)
print(
    draw.svg(
        318 + 3 * cell, 28 + 7 * cell + 32, parts
    )
)
