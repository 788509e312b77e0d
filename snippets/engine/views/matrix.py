import sympy as sp

y = sp.Matrix([2, 4, 6])
w = 5
v = sp.Matrix([[1, 2, 3]]) / 10
J = sp.Matrix(
    [
        [w, 0, 0, y[0]],
        [0, w, 0, y[1]],
        [0, 0, 1, 0],
    ]
)


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
    rf"v^{{\mathsf T}} J = {matrix(v)} "
    rf"{matrix(J)} = {matrix(v * J)}"
)
