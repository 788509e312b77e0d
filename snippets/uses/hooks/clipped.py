from sympy import Matrix, latex

J = Matrix([[6, 3, 2], [1, 1, 1], [1, 3, 2]])
v = [0.1, 0.2, 0.3]
h = [min(vi, 0.2) for vi in v]
out = ", ".join(
    f"{float(g):.1f}" for g in Matrix([h]) * J
)

print(r"\begin{aligned}")
print(
    rf"h(v) &= ({', '.join(map(str, h))}) \\[1ex]"
)
print(
    rf"h(v)^{{\mathsf T}} J &= ({', '.join(map(str, h))}) {latex(J, mat_str='bmatrix', mat_delim='')} \\"
)
print(rf"&= ({out})")
print(r"\end{aligned}")
