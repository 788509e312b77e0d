from sympy import latex, symbols

w, b = symbols("w b")
loss = (w + b - 3) ** 2 + (2 * w + b - 5) ** 2

lines = []
for name in (w, b):
    rate = loss.diff(name).expand()
    here = rate.subs({w: 0, b: 0})
    lines.append(
        rf"\frac{{\partial\, \mathrm{{loss}}}}{{\partial {name}}} &= {latex(rate)} \;\to\; {here}"
    )
print(r"\begin{aligned}")
print(" \\\\\n".join(lines))
print(r"\end{aligned}")
