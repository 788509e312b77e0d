from sympy import Symbol, diff, latex

x = Symbol("x")
y = 5 * x**2
dy = diff(y, x)

print(
    rf"y = {latex(y)}, \qquad \frac{{dy}}{{dx}} = {latex(dy)}, \qquad \left.\frac{{dy}}{{dx}}\right|_{{x=3}} = {dy.subs(x, 3)}"
)
