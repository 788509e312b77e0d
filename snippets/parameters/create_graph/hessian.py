import sympy as sp

x = sp.symbols("x_1:4")
y1 = x[0] * x[1] * x[2]
at = dict(zip(x, (1, 2, 3)))
H = sp.hessian(y1, x)
u = sp.Matrix([1, 2, 3]) / 10
Hu = H.subs(at) * u


def decimals(m):
    return (
        r"\begin{bmatrix} "
        + r" \\ ".join(
            f"{float(value):.1f}" for value in m
        )
        + r" \end{bmatrix}"
    )


def matrix(m):
    return sp.latex(
        m, mat_str="bmatrix", mat_delim=""
    )


print(r"\begin{aligned}")
print(
    rf"g &= \begin{{bmatrix}} {' & '.join(sp.latex(y1.diff(xi)) for xi in x)} \end{{bmatrix}} \\[1ex]"
)
print(
    rf"H &= {matrix(H)} = {matrix(H.subs(at))} \\[1ex]"
)
print(
    rf"H u &= {matrix(H.subs(at))} {decimals(u)} = {decimals(Hu)}"
)
print(r"\end{aligned}")
