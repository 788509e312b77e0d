from sympy import latex, symbols

x, u = symbols("x u")
outer, inner = (5 * u).diff(u), (x**2).diff(x)
y = (5 * u).subs(u, x**2)

print(
    rf"\frac{{dy}}{{dx}} = \frac{{dy}}{{du}} \cdot \frac{{du}}{{dx}} = {outer} \cdot {latex(inner)} = {latex(y.diff(x))}, \qquad"
)
print(
    rf"\left.\frac{{dy}}{{dx}}\right|_{{x=3}} = {outer} \cdot {inner.subs(x, 3)} = {y.diff(x).subs(x, 3)}"
)
