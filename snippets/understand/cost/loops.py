import json
from pathlib import Path

import draw

root = Path(__file__).parents[3]
file = root / "benchmarks" / "backward_cost.json"
record = json.loads(file.read_text("utf-8"))


def series(label, key, tone):
    points = [
        (row["steps"], row[key]["ratio"])
        for row in record["loops"]
    ]
    return draw.Series(label, points, tone)


lines = [
    series("x[t]", "index", "v"),
    series("unbind", "unbind", "g"),
]
about = f"{record['machine']} · torch {record['torch']}"
picture = draw.chart(lines, x="T", y="c")
print(
    picture.replace(
        "</svg>",
        draw.text(398, 12, about, "muted", "end")
        + "\n</svg>",
    )
)
