import draw


def loss(w):
    return (w + 1 - 3) ** 2 + (2 * w + 1 - 5) ** 2


places = [i / 10 for i in range(41)]
slope = (loss(1 + 1e-6) - loss(1)) / 1e-6
tangent = [
    (w, loss(1) + slope * (w - 1))
    for w in (0.4, 1.1)
]
curve = [(w, loss(w)) for w in places]
lines = [
    draw.Series("", curve, "muted"),
    draw.Series(
        draw.number(slope), tangent, "g", "dashed"
    ),
]
print(draw.chart(lines, x="w", y="loss(w, 1)"))
