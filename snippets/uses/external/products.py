from sympy import Matrix, Rational, latex, symbols

x1, x2, x3 = x = symbols("x1:4")
f = Matrix(
    [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
)
at = dict(zip(x, (1, 2, 3)))
K = Matrix([[2, 1, 0], [0, 1, 1], [0, 0, 2]])
target = Matrix([1, Rational(9, 4), 3])

u = K.solve(f.subs(at))
v = K.T.solve(u - target)
J = f.jacobian(x).subs(at)


def matrix(m):
    return latex(
        m.applyfunc(
            lambda a: (
                a if a.is_integer else a.evalf(5)
            )
        ),
        mat_str="bmatrix",
        mat_delim="",
    )


print(r"\begin{aligned}")
print(rf"u &= K^{{-1}} y = {matrix(u)} \\[1ex]")
print(
    rf"v &= K^{{-\mathsf T}}(u - d) = {matrix(v)} \\[1ex]"
)
print(
    rf"v^{{\mathsf T}} J &= {matrix(v.T)} {matrix(J)} \\"
)
print(rf"&= {matrix(v.T * J)}")
print(r"\end{aligned}")
