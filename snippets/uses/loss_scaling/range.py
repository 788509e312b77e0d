import math

import draw
import torch

half = torch.finfo(torch.float16)
low, high = (
    math.log2(half.smallest_normal * half.eps),
    math.log2(half.max),
)
gradients = [3e-9, 1e-8, 8e-8, 2e-6, 1e-4]
shift = math.log2(1024)


def at(exponent):
    return 30 + (exponent + 30) * 7


def dot(exponent, y):
    inside = low <= exponent <= high
    return draw.box(
        at(exponent) - 5,
        y - 5,
        10,
        10,
        "g" if inside else "muted",
        0.9 if inside else 0,
        radius=5,
    )


exponents = [math.log2(g) for g in gradients]
parts = [
    draw.box(
        at(low),
        20,
        at(high) - at(low),
        130,
        "j",
        0.12,
    ),
    draw.text(
        (at(low) + at(high)) / 2,
        34,
        "float16",
        "j",
        font="c",
    ),
]
parts += [
    draw.text(8, 60, "g", "muted", "start", "m"),
    draw.text(
        8, 130, "s·g", "muted", "start", "m"
    ),
]
parts += [
    draw.arrow(
        [(at(e), 72), (at(e + shift), 118)], "v"
    )
    for e in exponents
]
parts += [dot(e, 60) for e in exponents] + [
    dot(e + shift, 130) for e in exponents
]
parts.append(
    draw.line([(at(-30), 160), (at(18), 160)])
)
for e in (-24, -14, 0, 16):
    parts.append(
        draw.line([(at(e), 155), (at(e), 165)])
    )
    parts.append(
        draw.text(
            at(e),
            180,
            "2"
            + str(e).translate(draw.SUPERSCRIPTS),
            "muted",
        )
    )
print(draw.svg(390, 192, parts))
