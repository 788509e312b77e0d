from sympy import Matrix, latex, symbols

x = symbols("x1:4")
x1, x2, x3 = x
y = Matrix(
    [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
)
J = y.jacobian(x)

general = r"\\".join(
    " & ".join(
        rf"\frac{{\partial y_{j}}}{{\partial x_{i}}}"
        for i in (1, 2, 3)
    )
    for j in (1, 2, 3)
)
numbers = J.subs(dict(zip(x, (1, 2, 3))))

print(r"\begin{aligned}")
print(
    rf"J &= \begin{{bmatrix}}{general}\end{{bmatrix}} = {latex(J, mat_str='bmatrix', mat_delim='')} \\[1ex]"
)
print(
    rf"J\big|_{{x = (1,\, 2,\, 3)}} &= {latex(numbers, mat_str='bmatrix', mat_delim='')}"
)
print(r"\end{aligned}")
