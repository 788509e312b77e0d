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
e = sp.Matrix([[0, 1, 0]])
print(
    rf"e_2^{{\mathsf T}} J = {sp.latex(e)} {sp.latex(J)} = {sp.latex(e * J)}"
)
