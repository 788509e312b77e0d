from sympy import Matrix, Rational, symbols

x = symbols("x1:4")
x1, x2, x3 = x
y = Matrix(
    [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
)
J = y.jacobian(x).subs(dict(zip(x, (1, 2, 3))))
v = (
    Rational(1, 10),
    Rational(2, 10),
    Rational(3, 10),
)


def decimal(number):
    return f"{float(number):.1f}"


print(r"\begin{aligned}")
for i in range(3):
    products = " + ".join(
        rf"{decimal(v[j])} \times {J[j, i]}"
        for j in range(3)
    )
    terms = " + ".join(
        decimal(v[j] * J[j, i]) for j in range(3)
    )
    total = decimal(
        sum(v[j] * J[j, i] for j in range(3))
    )
    print(
        rf"(v^{{\mathsf T}} J)_{i + 1} &= {products} = {terms} = {total} \\"
    )
print(r"\end{aligned}")
