from sympy import I, expand, latex, symbols

a, b = symbols("a b")
z, z_bar = symbols("z zbar")
L = a**2 + b**2
da, db = L.diff(a), L.diff(b)
wirtinger = (z * z_bar).diff(z_bar)
gradient = (da + I * db).subs({a: 1, b: 2})
twice = expand(2 * wirtinger.subs(z, 1 + 2 * I))

print(r"\begin{aligned}")
print(
    rf"L = z \bar z &= {latex(L)}, \qquad z = a + b\,i = 1 + 2\,i \\"
)
print(
    rf"\frac{{\partial L}}{{\partial a}} + i\,\frac{{\partial L}}{{\partial b}} &= {latex(da)} + i \cdot {latex(db)} = {latex(gradient)} \\"
)
print(
    rf"2\,\frac{{\partial (z \bar z)}}{{\partial \bar z}} &= 2 {latex(wirtinger)} = {latex(twice)}"
)
print(r"\end{aligned}")
