import sympy as sp

i = (2, 0, 2)
J = sp.zeros(3, 4)
for row, column in enumerate(i):
    J[row, column] = 1
v = sp.Matrix([1, 2, 3]) / 10


def matrix(m):
    rows = [
        " & ".join(f"{float(a):g}" for a in row)
        for row in m.tolist()
    ]
    inner = r" \\ ".join(rows)
    return (
        rf"\begin{{bmatrix}} {inner} "
        r"\end{bmatrix}"
    )


print(
    rf"J = {matrix(J)}, \qquad J^{{\mathsf T}} v"
    rf" = {matrix(J.T)} {matrix(v)}"
    rf" = {matrix(J.T * v)}"
)
