from sympy import Matrix, Rational, latex, symbols

x = Matrix(symbols("x1:4"))
y = Matrix(
    [
        x[0] * x[1] * x[2],
        x[0] + x[1] + x[2],
        x[0] + x[1] * x[2],
    ]
)
J = y.jacobian(x).subs(dict(zip(x, (1, 2, 3))))
u = v = Matrix(
    [Rational(i, 10) for i in (1, 2, 3)]
)


def brackets(matrix):
    return latex(matrix)


def decimals(matrix):
    return brackets(
        matrix.applyfunc(
            lambda number: number.n(2)
        )
    )


print(r"\begin{aligned}")
print(
    r"v^{\mathsf T} J &=",
    decimals(v.T),
    brackets(J),
    r"\\[1ex] &=",
    decimals(v.T * J),
    r"\\[2ex]",
)
print(
    "J u &=",
    brackets(J),
    decimals(u),
    "=",
    decimals(J * u),
)
print(r"\end{aligned}")
