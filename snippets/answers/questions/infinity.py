from sympy import latex, limit, sqrt, symbols

x = symbols("x")
slope = sqrt(x).diff(x)
infinity = limit(slope, x, 0)
print(
    rf"\frac{{\partial}}{{\partial x}} \sqrt{{x}} = {latex(slope)}"
)
print(
    rf"\;\xrightarrow{{\,x \to 0\,}}\; {latex(infinity)}, \qquad"
)
print(
    rf"0 \cdot {latex(infinity)} = \mathtt{{{0 * infinity}}}"
)
