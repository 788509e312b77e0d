import json
from pathlib import Path

import draw

root = Path(__file__).parents[3]
file = root / "benchmarks" / "backward_cost.json"
record = json.loads(file.read_text("utf-8"))


def series(label, key, tone):
    points = [
        (row["depth"], row[key])
        for row in record["memory"]
    ]
    return draw.Series(label, points, tone)


lines = [
    series("VJP", "vjp", "g"),
    series("JVP", "jvp", "x"),
    series("f(x)", "forward", "muted"),
]
about = f"{record['machine']} · torch {record['torch']}"
picture = draw.chart(lines, x="L", y="MB")
print(
    picture.replace(
        "</svg>",
        draw.text(398, 12, about, "muted", "end")
        + "\n</svg>",
    )
)
