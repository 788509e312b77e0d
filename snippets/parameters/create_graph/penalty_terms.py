import sympy as sp

w = sp.symbols("w_1 w_2")
x = (1, 2)
D = sum(wi * xi**2 for wi, xi in zip(w, x))
X = sp.symbols("x_1 x_2")
D_x = [
    sp.diff(
        sum(wi * xi**2 for wi, xi in zip(w, X)),
        xi,
    ).subs(dict(zip(X, x)))
    for xi in X
]
norm = sp.sqrt(sum(gi**2 for gi in D_x))
at = {w[0]: sp.Rational(3, 2), w[1]: 1}
penalty = (norm - 1) ** 2


def numbers(values):
    return (
        r"("
        + r",\, ".join(
            f"{float(v):g}" for v in values
        )
        + ")"
    )


first = [D.diff(wi).subs(at) for wi in w]
second = [penalty.diff(wi).subs(at) for wi in w]
print(r"\begin{aligned}")
print(
    rf"g &= \frac{{\partial D}}{{\partial x}} = {numbers(g.subs(at) for g in D_x)}, \quad",
    end=" ",
)
print(
    rf"\lVert g \rVert = {norm.subs(at)} \\[1ex]"
)
print(
    rf"p &= (\lVert g \rVert - 1)^2 = {penalty.subs(at)} \\[1ex]"
)
print(
    rf"\frac{{\partial (D + p)}}{{\partial w}} &= {numbers(first)} + {numbers(second)} \\"
)
print(
    rf"&= {numbers(a + b for a, b in zip(first, second))}"
)
print(r"\end{aligned}")
