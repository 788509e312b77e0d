import draw

corner = [(-1, 0), (0, 0), (1, 1)]
slopes = {"relu": 0, "maximum": 0.5, "clamp": 1}
lines = [
    (name, [(-0.9, -0.9 * s), (0.9, 0.9 * s)])
    for name, s in slopes.items()
]
series = [
    (name, points, "g", "dashed")
    for name, points in lines
]
print(
    draw.chart(
        [("max(x, 0)", corner, "x"), *series],
        x="x",
    )
)
