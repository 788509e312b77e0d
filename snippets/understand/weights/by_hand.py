import sympy as sp

x = sp.symbols("x_1:4")
y = sp.Matrix(
    [
        x[0] * x[1] * x[2],
        sum(x),
        x[0] + x[1] * x[2],
    ]
)
J = y.jacobian(x).subs(dict(zip(x, (1, 2, 3))))
v = [
    sp.Rational(1, 10),
    sp.Integer(1),
    sp.Rational(1, 10000),
]


def row(entries):
    return (
        "("
        + r",\ ".join(
            f"{float(entry):g}"
            for entry in entries
        )
        + ")"
    )


terms = [
    rf"{float(weight):g} \cdot {row(J.row(i))}"
    for i, weight in enumerate(v)
]
print(r"\begin{aligned}")
print(
    r"v^{\mathsf T} J &= "
    + " + ".join(terms[:2])
    + r" \\"
)
print(r"&\quad + " + terms[2] + r" \\")
print("&= " + row(sp.Matrix([v]) * J))
print(r"\end{aligned}")
