import draw

layers, width = 4, 3
columns = [1] + [width] * layers + [1]
names = ["x", *[""] * layers, "A"]


def place(column, row):
    rows = columns[column]
    y = 90 + 56 * (row - (rows - 1) / 2)
    return 20 + 70 * column, y


parts = []
for column in range(len(columns) - 1):
    for a in range(columns[column]):
        for b in range(columns[column + 1]):
            ends = (
                place(column, a),
                place(column + 1, b),
            )
            parts.append(draw.line(ends, "muted"))
for column, rows in enumerate(columns):
    for row in range(rows):
        x, y = place(column, row)
        parts.append(
            draw.box(
                x - 9, y - 9, 18, 18, "g", 0.9
            )
        )
for column in (0, len(columns) - 1):
    x, y = place(column, 0)
    parts.append(
        draw.text(
            x, y - 26, names[column], font="m"
        )
    )
end = 20 + 70 * (len(columns) - 1)
parts.append(
    draw.arrow([(end, 176), (20, 176)], "g")
)
print(draw.svg(end + 30, 190, parts))
