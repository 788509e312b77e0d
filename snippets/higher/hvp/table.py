import json
from pathlib import Path

file = (
    Path(__file__).parents[3]
    / "benchmarks"
    / "hvp_cost.json"
)
record = json.loads(file.read_text("utf-8"))
ways = {
    "g": "gradient",
    "A": "reverse_over_reverse",
    "B": "func_jvp_of_grad",
    "C": "dual_numbers",
    "D": "reverse_over_forward",
}
wide, deep = record["shapes"]

print(r"\begin{array}{crrrr}")
print(
    r"& \text{wide, ms} & \text{wide, MB} & "
    r"\text{deep, ms} & \text{deep, MB} \\ \hline"
)
for letter, way in ways.items():
    numbers = [
        f"{shape[way][unit]:.1f}"
        for shape in (wide, deep)
        for unit in ("ms", "MB")
    ]
    print(" & ".join([letter, *numbers]) + r" \\")
print(r"\end{array}")
