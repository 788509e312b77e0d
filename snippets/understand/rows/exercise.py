from sympy import Matrix, symbols

x1, x2, x3 = x = symbols("x1:4")
y = Matrix([x1 * x2, x2 * x3])
J = y.jacobian(x).subs(dict(zip(x, (1, 2, 3))))
rows = [tuple(J.row(i)) for i in (0, 1)]
both = tuple(J.row(0) + J.row(1))

print(
    rf"(1, 0): {rows[0]}, \qquad (0, 1): {rows[1]}, \qquad (1, 1): {both}"
)
