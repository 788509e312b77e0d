from sympy import symbols

x, c = symbols("x c")
y = c * x**2
at = {x: 3, c: 5}

print(
    rf"\frac{{\partial y}}{{\partial x}} = 2 c x = {y.diff(x).subs(at)}, \qquad \frac{{\partial y}}{{\partial c}} = x^2 = {y.diff(c).subs(at)}"
)
