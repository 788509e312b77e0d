from sympy import symbols

x = symbols("x1:4")
h = [2 * name for name in x]
h[2] = 5 * h[0]
total = sum(h)
rates = tuple(total.diff(name) for name in x)

print(
    rf"h = (2x_1,\; 2x_2,\; 10x_1), \qquad \frac{{\partial \sum h}}{{\partial x}} = {rates}"
)
