from sympy import Matrix, latex, symbols

x1, x2 = x = symbols("x1:3")
y = Matrix([x1 * x2, x1 + x2, x2**2])
J = y.jacobian(x).subs({x1: 2, x2: 3})
v = Matrix([[1, 2, 3]])

print(
    rf"v^{{\mathsf T}} J = {latex(v, mat_str='bmatrix', mat_delim='')} {latex(J, mat_str='bmatrix', mat_delim='')} = {latex(v * J, mat_str='bmatrix', mat_delim='')}"
)
