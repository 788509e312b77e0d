from sympy import Matrix, Rational, latex, symbols

x = Matrix(symbols("x1:4"))
y = Matrix(
    [
        x[0] * x[1] * x[2],
        x[0] + x[1] + x[2],
        x[0] + x[1] * x[2],
    ]
)
z = Matrix([sum(xi**2 + 2 for xi in x)])
v = Matrix(
    [
        [
            Rational(1, 10),
            Rational(2, 10),
            Rational(3, 10),
        ]
    ]
)
at = dict(zip(x, (1, 2, 3)))

from_y = v * y.jacobian(x).subs(at)
from_z = z.jacobian(x).subs(at)


def row(matrix):
    return latex(
        matrix.applyfunc(
            lambda number: number.n(2)
        )
    )


print(r"\begin{aligned}")
print(
    r"v^{\mathsf T} \frac{\partial y}{\partial x} &=",
    row(from_y),
    r"\\[1ex]",
)
print(
    r"1 \cdot \frac{\partial z}{\partial x} &=",
    row(from_z),
    r"\\[1ex]",
)
print(r"\text{x.grad} &=", row(from_y + from_z))
print(r"\end{aligned}")
