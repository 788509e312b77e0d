from sympy import latex, symbols

x1, x2, x3 = symbols("x1:4")
y = (x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3)

print(
    r", \qquad ".join(
        f"y_{i} = {latex(yi)}"
        for i, yi in enumerate(y, 1)
    )
)
