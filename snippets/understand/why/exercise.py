from sympy import Rational, symbols

w, b = symbols("w b")
loss = (w + b - 3) ** 2 + (2 * w + b - 5) ** 2
at = {w: 1, b: 1}

print(r"\begin{aligned}")
for name in (w, b):
    rate = loss.diff(name).subs(at)
    new = 1 - Rational(1, 10) * rate
    print(
        rf"\frac{{\partial\, \mathrm{{loss}}}}{{\partial {name}}} &= {rate}, & {name} &\leftarrow 1 - 0.1 \times ({rate}) = {float(new):g} \\"
    )
new = {
    name: at[name]
    - Rational(1, 10) * loss.diff(name).subs(at)
    for name in at
}
print(
    rf"\mathrm{{loss}} &: \; {loss.subs(at)} \to {float(loss.subs(new)):g}"
)
print(r"\end{aligned}")
