import sympy as sp
from sympy.stats import E, Normal

m = sp.symbols("mu", real=True)
e = Normal("epsilon", 0, 1)
f = (m + e) ** 2


def variance(g):
    mean = sp.expand(E(sp.expand(g)))
    square = sp.expand(E(sp.expand(g**2)))
    return mean, sp.expand(square - mean**2)


print(r"\begin{array}{lll}")
print(
    r"& \text{mean} & \text{variance} \\ \hline"
)
for name, g in (
    (r"f'(x)", 2 * (m + e)),
    (r"f(x)\,\epsilon", f * e),
    (
        r"(f(x) - b)\,\epsilon",
        (f - m**2 - 1) * e,
    ),
):
    mean, spread = variance(g)
    print(
        rf"{name} & {sp.latex(mean)} & {sp.latex(spread)} \\"
    )
print(r"\end{array}")
