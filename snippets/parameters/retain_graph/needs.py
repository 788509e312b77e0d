from sympy import exp, latex, symbols

x, w = symbols("x w")

print(r"\begin{aligned}")
for y in x + 1, w * x, x**2, exp(x):
    print(
        rf"y &= {latex(y)}: & v\,\frac{{\partial y}}{{\partial x}} &= v \cdot {latex(y.diff(x))} \\"
    )
print(r"\end{aligned}")
