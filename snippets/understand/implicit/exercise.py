from sympy import Matrix, symbols

x1, x2 = x = symbols("x1:3")
z = x1**2 * x2
J = Matrix([z.diff(s) for s in x])
at = {x1: 1, x2: 3}
row = J.subs(at)

print(
    rf"1 \cdot {tuple(row)}, \qquad 5 \cdot {tuple(row)} = {tuple(5 * row)}, \qquad -1 \cdot {tuple(row)} = {tuple(-row)}"
)
