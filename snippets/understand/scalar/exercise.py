from sympy import symbols

x1, x2, x3 = x = symbols("x1:4")
z = x1 * x2 + x3**2
at = dict(zip(x, (1, 2, 3)))
rates = [z.diff(name) for name in x]
values = [rate.subs(at) for rate in rates]

print(
    rf"\frac{{\partial z}}{{\partial x}} = \left(x_2,\; x_1,\; 2 x_3\right) = {tuple(values)}"
)
