from sympy import diff, latex, symbols

x, w = symbols("x_i w_i")
y = w * x**2
v = (1, 10, 100)
at = list(zip((1, 2, 3), (4, 5, 6)))


def rows(variable):
    derivative = diff(y, variable)
    return [
        vi * derivative.subs({x: xi, w: wi})
        for vi, (xi, wi) in zip(v, at)
    ]


for variable in (x, w):
    name = latex(variable)
    values = r",\, ".join(
        map(latex, rows(variable))
    )
    print(
        rf"v_i \frac{{\partial y_i}}{{\partial {name}}} = v_i \cdot {latex(diff(y, variable))} &\;\to\; ({values}) \\"
    )
