import json
from pathlib import Path

import draw

file = (
    Path(__file__).parents[3]
    / "benchmarks"
    / "jacobian_cost.json"
)
record = json.loads(file.read_text("utf-8"))


def series(label, key, tone, kind="line"):
    points = [
        (row["outputs"], row[key] * 1000)
        for row in record["outputs"]
    ]
    return draw.Series(label, points, tone, kind)


lines = [
    series("J", "jacobian", "j"),
    series("J, vmap", "batched", "x", "dashed"),
    series("vᵀJ", "vjp", "g"),
    series("f(x)", "forward", "muted"),
]
about = f"{record['machine']} · torch {record['torch']} · threads={record['threads']}"
picture = draw.chart(
    lines,
    x="m",
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
