from sympy import symbols

x, w = symbols("x w")
y = w * x**2
at = {x: 3, w: 5}
v = 2
dx = v * y.diff(x).subs(at)
dw = v * y.diff(w).subs(at)

print(
    rf"x: \; 2 \cdot 2wx = {dx}, \quad {dx} + {dx} = {2 * dx}, \qquad w: \; 2 \cdot x^2 = {dw}"
)
