import json
from pathlib import Path

root = Path(__file__).parents[3]
file = root / "benchmarks" / "backward_cost.json"
record = json.loads(file.read_text("utf-8"))

names = {
    "tanh": r"\tanh(x)",
    "product, one factor": r"x W, \; x",
    "product, both": r"x W, \; x, W",
    "cumprod": r"\texttt{cumprod}",
    "unfold": r"\texttt{unfold}",
}

print(r"\begin{array}{lr}")
print(r"f & (f + b) / f \\ \hline")
for row in record["operations"]:
    if row["name"] in names:
        print(
            rf"{names[row['name']]} & {row['ratio']:.1f} \\"
        )
for row in record["picks"][::2]:
    power = len(str(row["numbers"])) - 1
    print(
        rf"x_0 x_1, \; n = 10^{power} & {row['ratio']:.0f} \\"
    )
print(r"\end{array}")
