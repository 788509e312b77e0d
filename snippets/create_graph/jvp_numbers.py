import sympy as sp

x = sp.symbols("x_1:4")
v = sp.Matrix(sp.symbols("v_1:4"))
u = sp.Matrix([1, 2, 3]) / 10
y = sp.Matrix([x[0] * x[1] * x[2], sum(x), x[0] + x[1] * x[2]])
J = y.jacobian(x).subs(dict(zip(x, (1, 2, 3))))
g = (v.T * J).T
assert J * u == sp.Matrix([g.dot(u)]).jacobian(v).T


def column(m):
    return r"\begin{bmatrix} " + r" \\ ".join(f"{float(value):.1f}" for value in m) + r" \end{bmatrix}"


print(r"\frac{\partial}{\partial v} \big( v^{\mathsf T} J u \big) = J u =", end=" ")
print(rf"{sp.latex(J, mat_str='bmatrix', mat_delim='')} {column(u)} = {column(J * u)}")
