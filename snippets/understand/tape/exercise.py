import sympy as sp

x = sp.Symbol("x")
y = (x**2) ** 2 + x**2
slope = sp.diff(y, x)
value = slope.subs(x, 2)
print(
    rf"\frac{{\mathrm d y}}{{\mathrm d x}} = {sp.latex(slope)} = {value}"
)
