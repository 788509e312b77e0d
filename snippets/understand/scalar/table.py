from sympy import Matrix, latex, symbols

x = symbols("x1:4")
y = Matrix([a**2 + 2 for a in x])
rates = y.jacobian(x)
at = dict(zip(x, (1, 2, 3)))

general = r" \\ ".join(
    " & ".join(
        rf"\partial y_{j} / \partial x_{i}"
        for i in (1, 2, 3)
    )
    for j in (1, 2, 3)
)
print(
    rf"\begin{{bmatrix}} {general} \end{{bmatrix}} = {latex(rates.subs(at), mat_str='bmatrix', mat_delim='')}"
)
