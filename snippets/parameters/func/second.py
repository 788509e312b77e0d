from sympy import hessian, latex, symbols

x = symbols("x1:4")
z = x[0] * x[1] * x[2]
H = hessian(z, x)

print(
    r"H =",
    latex(H),
    r"\;\xrightarrow{\;x = (1, 2, 3)\;}\;",
    latex(H.subs(dict(zip(x, (1, 2, 3))))),
)
