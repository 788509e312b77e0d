from sympy import (
    Abs,
    Matrix,
    Rational,
    latex,
    sign,
    symbols,
)

x1, x2 = x = symbols("x1:3")
s = x2 - x1**2
at = {x1: 1, x2: Rational(3, 2)}
eps = Rational(1, 4)

g = Matrix([s]).jacobian(x).subs(at)
attacked = Matrix(
    [
        at[i] - eps * sign(gi)
        for i, gi in zip(x, g)
    ]
)
guess = s.subs(at) - eps * sum(map(Abs, g))


def decimal(a):
    return latex(
        a if a.is_integer else a.evalf(5)
    )


def row(m):
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
print(rf"\nabla s &= {row(g)} \\")
print(
    rf"x' &= {row(Matrix([[1, Rational(3, 2)]]))} - {decimal(eps)}\,{row(g.applyfunc(sign))} \\"
)
print(rf"&= {row(attacked.T)} \\[1ex]")
print(
    rf"s(x) - \varepsilon \lVert \nabla s \rVert_1 &= {decimal(s.subs(at))} - {decimal(eps)} \cdot {sum(map(Abs, g))}",
    end=" ",
)
print(rf"= {decimal(guess)} \\")
print(
    rf"s(x') &= {decimal(s.subs(dict(zip(x, attacked))))}"
)
print(r"\end{aligned}")
