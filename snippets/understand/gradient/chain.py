from sympy import Function, latex, symbols

x1, x2, x3 = x = symbols("x1:4")
y = (x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3)
A = Function("A")(*symbols("y1:4"))


def term(j, i):
    return rf"\frac{{\partial A}}{{\partial y_{j}}} \cdot {latex(y[j - 1].diff(x[i - 1]))}"


print(r"\begin{aligned}")
for i in (1, 2, 3):
    general = " + ".join(
        rf"\frac{{\partial A}}{{\partial y_{j}}} \frac{{\partial y_{j}}}{{\partial x_{i}}}"
        for j in (1, 2, 3)
    )
    print(
        rf"\frac{{\partial A}}{{\partial x_{i}}} &= {general} \\"
    )
    print(
        rf"&= {' + '.join(term(j, i) for j in (1, 2, 3))} \\[1.2ex]"
    )
print(r"\end{aligned}")
