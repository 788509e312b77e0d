from sympy import symbols

x, c = symbols("x c")
whole = (x**2 * x).diff(x)
kept = (c * x).diff(x).subs(c, x**2)
at = {x: 2}

print(
    rf"y = x^2 \cdot x: \;\; 3x^2 = {whole.subs(at)}, \qquad y = c \cdot x,\; c = x^2: \;\; c = {kept.subs(at)}"
)
