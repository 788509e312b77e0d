from sympy import Matrix, Rational, symbols

x1, x2, x3 = x = symbols("x1:4")
y = Matrix([x1 * x2 * x3, x1 + x2 + x3])
J = y.jacobian(x).subs(dict(zip(x, (1, 2, 3))))
v = Matrix([Rational(1, 10), Rational(2, 10)])
u = Matrix([2, -1, Rational(1, 2)])


def row(numbers):
    return (
        "("
        + ",\\, ".join(
            f"{float(n):g}" for n in numbers
        )
        + ")"
    )


right, left = J * u, J.T * v
print(r"\begin{aligned}")
print(
    rf"\langle v,\, J u \rangle &= \langle {row(v)},\; {row(right)} \rangle = {float(v.dot(right)):g} \\"
)
print(
    rf"\langle J^{{\mathsf T}} v,\, u \rangle &= \langle {row(left)},\; {row(u)} \rangle = {float(left.dot(u)):g}"
)
print(r"\end{aligned}")
