from sympy import Matrix, latex, symbols

x, v = symbols("x1:4"), symbols("v1:4")
x1, x2, x3 = x
J = Matrix(
    [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
).jacobian(x)
here = dict(zip(x + v, (1, 2, 3, 0.1, 0.2, 0.3)))

print(r"\begin{aligned}")
for i in range(3):
    terms = [v[j] * J[j, i] for j in range(3)]
    print(
        rf"(v^{{\mathsf T}} J)_{i + 1} &= {' + '.join(map(latex, terms))} = {sum(terms).subs(here):.1f} \\"
    )
print(r"\end{aligned}")
