from sympy import Matrix, latex, symbols

x1, x2, x3 = x = symbols("x1:4")
y1, y2, y3 = y = symbols("y1:4")
front = Matrix(
    [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
)
back = y1 * y2 + y3**2

at = dict(zip(x, (1, 2, 3)))
g = Matrix([back]).jacobian(y)
v = g.subs(dict(zip(y, front.subs(at))))
J = front.jacobian(x).subs(at)


def matrix(m):
    return latex(
        m, mat_str="bmatrix", mat_delim=""
    )


print(r"\begin{aligned}")
print(
    rf"\frac{{\partial A}}{{\partial y}} &= {matrix(g)} = {matrix(v)} \\[1ex]"
)
print(
    rf"\frac{{\partial A}}{{\partial x}} &= {matrix(v)} {matrix(J)} = {matrix(v * J)}"
)
print(r"\end{aligned}")
