import json
from pathlib import Path

import draw

file = (
    Path(__file__).parents[3]
    / "benchmarks"
    / "hvp_cost.json"
)
record = json.loads(file.read_text("utf-8"))
ways = {
    "A": "reverse_over_reverse",
    "B": "func_jvp_of_grad",
    "C": "dual_numbers",
    "D": "reverse_over_forward",
}
tones = {"wide": "x", "deep": "g"}

bars = []
for shape in record["shapes"]:
    one = shape["gradient"]["ms"]
    points = [
        (letter, shape[way]["ms"] / one)
        for letter, way in ways.items()
    ]
    tone = tones[shape["name"]]
    bars.append(
        draw.Series("", points, tone, "bar")
    )
picture = draw.chart(
    bars, y="t / t(g)", size=(420, 260)
)
version = record["torch"].partition("+")[0]
about = f"torch {version} · threads={record['threads']}"
print(
    picture.replace(
        "</svg>",
        draw.text(418, 12, about, "muted", "end")
        + "\n</svg>",
    )
)
