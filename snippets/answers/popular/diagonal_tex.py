from sympy import Matrix, Rational, latex, symbols

x = symbols("x1:4")
x1, x2, x3 = x
J = (
    Matrix(
        [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
    )
    .jacobian(x)
    .subs(dict(zip(x, (1, 2, 3))))
)
v = [
    Rational(1, 10),
    Rational(2, 10),
    Rational(3, 10),
]


def decimals(numbers):
    return r",\, ".join(
        f"{float(number):.1f}"
        for number in numbers
    )


diagonal = [v[i] * J[i, i] for i in range(3)]
product = [
    sum(v[j] * J[j, i] for j in range(3))
    for i in range(3)
]
print(
    rf"J &= {latex(J, mat_str='bmatrix', mat_delim='')} \\"
)
print(
    rf"(v_i J_{{ii}}) &= ({decimals(diagonal)}) \\"
)
print(
    rf"v^{{\mathsf T}} J &= ({decimals(product)})"
)
