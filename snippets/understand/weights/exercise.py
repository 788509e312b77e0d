from sympy import Matrix, symbols

x1, x2 = x = symbols("x1:3")
y = Matrix([x1 * x2, x2 - x1])
at = {x1: 1, x2: 2}
J = y.jacobian(x).subs(at)
v = Matrix([[3, -1]])
A = (v * y)[0]
rows = [tuple(J.row(i)) for i in (0, 1)]

print(r"\begin{aligned}")
print(
    rf"3 \cdot {rows[0]} - 1 \cdot {rows[1]} &= {tuple(v * J)} \\[1ex]"
)
print(r"A &= 3 x_1 x_2 - (x_2 - x_1) \\")
grad = tuple(A.diff(s).subs(at) for s in x)
print(
    rf"\left(3 x_2 + 1,\; 3 x_1 - 1\right) &= {grad}"
)
print(r"\end{aligned}")
