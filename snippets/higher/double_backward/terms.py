import sympy as sp

x = sp.symbols("x_1:4")
at = dict(zip(x, (1, 2, 3)))
y = sp.Matrix(
    [
        x[0] * x[1] * x[2],
        x[0] + x[1] + x[2],
        x[0] + x[1] * x[2],
    ]
)
v = sp.Matrix([1, 2, 3]) / 10
g_bar = sp.Matrix([1, 0, 2])

J = y.jacobian(x)
B = (v.T * J).T.jacobian(x)


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


def line(name, m):
    m = m.subs(at)
    return (
        rf"{name} = {matrix(m)} "
        rf"{matrix(g_bar)} = {matrix(m * g_bar)}"
    )


print(r"\begin{aligned}")
print(line(r"\bar v &= J \bar g", J), r"\\[1ex]")
print(line(r"\bar x &= B \bar g", B))
print(r"\end{aligned}")
