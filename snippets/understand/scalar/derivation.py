from sympy import diff, latex, symbols

x = symbols("x1:4")
z = sum(xi**2 + 2 for xi in x)
point = dict(zip(x, (1, 2, 3)))
partials = [diff(z, xi) for xi in x]

gradient = r",\; ".join(
    latex(partial) for partial in partials
)
values = r",\; ".join(
    rf"2 \cdot {point[xi]}" for xi in x
)
numbers = r",\; ".join(
    latex(partial.subs(point))
    for partial in partials
)

print(r"\begin{aligned}")
print(rf"z &= {latex(z)} \\")
print(
    rf"\left(\tfrac{{\partial z}}{{\partial x_1}},\; \tfrac{{\partial z}}{{\partial x_2}},\; \tfrac{{\partial z}}{{\partial x_3}}\right) &= \left({gradient}\right) \\"
)
print(
    rf"&= \left({values}\right) = \left({numbers}\right)"
)
print(r"\end{aligned}")
