import json
from pathlib import Path

import draw

root = Path(__file__).parents[3]
file = root / "benchmarks" / "jacobian_cost.json"
record = json.loads(file.read_text("utf-8"))


def series(label, time, tone, kind="line"):
    points = [
        (row["inputs"], time(row) * 1000)
        for row in record["inputs"]
    ]
    return draw.Series(label, points, tone, kind)


def differences(row):
    return (row["inputs"] + 1) * row["forward"]


lines = [
    series(
        "(n + 1) · f", differences, "x", "dashed"
    ),
    series("vᵀJ", lambda row: row["vjp"], "g"),
    series(
        "f(x)",
        lambda row: row["forward"],
        "muted",
    ),
]
about = f"{record['machine']} · torch {record['torch']}"
picture = draw.chart(
    lines,
    x="n",
    y="t / ms",
    xlog=True,
    ylog=True,
    size=(420, 300),
)
print(
    picture.replace(
        "</svg>",
        draw.text(418, 12, about, "muted", "end")
        + "\n</svg>",
    )
)
