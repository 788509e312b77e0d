import sympy as sp

x = sp.symbols("x_1:4")
Y = sp.Matrix(
    [
        [x[0] * x[1], x[1] * x[2]],
        [x[0] + x[1], x[1] + x[2]],
    ]
)
V = sp.Matrix([[1, 2], [3, 4]])
here = dict(zip(x, (1, 2, 3)))
terms, total = [], sp.zeros(1, 3)
for i in range(2):
    for j in range(2):
        row = (
            sp.Matrix([Y[i, j]])
            .jacobian(x)
            .subs(here)
        )
        terms.append(
            rf"{V[i, j]} \cdot ({', '.join(map(str, row))})"
        )
        total += V[i, j] * row
print(r"\begin{aligned}")
print(
    r"\sum_{i,j} V_{ij} \frac{\partial Y_{ij}}{\partial x} &= "
    + " + ".join(terms[:2])
    + r" \\"
)
print(
    r"&\quad + " + " + ".join(terms[2:]) + r" \\"
)
print(f"&= ({', '.join(map(str, total))})")
print(r"\end{aligned}")
