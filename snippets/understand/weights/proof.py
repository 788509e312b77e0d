import sympy as sp

x, v = sp.symbols("x_1:4"), sp.symbols("v_1:4")
y = sp.Matrix(
    [sp.Function(f"y_{i}")(*x) for i in (1, 2, 3)]
)
J = y.jacobian(x)
names = {
    J[i, j]: sp.Symbol(f"J_{{{i + 1}{j + 1}}}")
    for i in range(3)
    for j in range(3)
}

A = sum(a * b for a, b in zip(v, y))
product = sp.Matrix([v]) * J
print(r"\begin{aligned}")
for j in range(3):
    derivative = sp.diff(A, x[j])
    assert sp.expand(derivative - product[j]) == 0
    line = rf"\frac{{\partial A}}{{\partial x_{j + 1}}} &= {sp.latex(derivative.subs(names))}"
    print(
        rf"{line} = (v^{{\mathsf T}} J)_{j + 1}"
        + (r" \\" if j < 2 else "")
    )
print(r"\end{aligned}")
