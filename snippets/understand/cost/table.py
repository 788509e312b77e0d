import json
from pathlib import Path

file = (
    Path(__file__).parents[3]
    / "benchmarks"
    / "jacobian_cost.json"
)
rows = json.loads(file.read_text("utf-8"))[
    "outputs"
]

print(r"\begin{array}{rrrrr}")
print(
    r"m & f(x) & v^{\mathsf T} J & J & J \,/\, v^{\mathsf T} J \\ \hline"
)
for row in rows[::2]:
    times = [
        f"{1000 * row[key]:.2f}"
        for key in ("forward", "vjp", "jacobian")
    ]
    print(
        " & ".join(
            [
                str(row["outputs"]),
                *times,
                f"{row['jacobian'] / row['vjp']:.0f}",
            ]
        )
        + r" \\"
    )
print(r"\end{array}")
