from sympy import latex, solve, symbols

x, z = symbols("x z", positive=True)
f = x / (1 + z)
at = {x: 2, z: 1}
fz, fx = f.diff(z), f.diff(x)
explicit = solve(z - f, z)[0]
slope = explicit.diff(x)

implicit = fx.subs(at) / (1 - fz.subs(at))

print(r"\begin{aligned}")
print(
    rf"z &= {latex(f)}, \qquad x = 2 \;\Rightarrow\; z = {explicit.subs(x, 2)} \\[1ex]"
)
print(
    rf"\frac{{\partial f}}{{\partial z}} &= {latex(fz)} = {latex(fz.subs(at))} \\[1ex]"
)
print(
    rf"\frac{{\partial f}}{{\partial x}} &= {latex(fx)} = {latex(fx.subs(at))} \\[1ex]"
)
ratio = rf"\frac{{{latex(fx.subs(at))}}}{{1 - \left({latex(fz.subs(at))}\right)}}"
print(
    rf"\frac{{dz}}{{dx}} &= {ratio} = {latex(implicit)} \\[2ex]"
)
print(rf"z &= {latex(explicit)} \\[1ex]")
print(
    rf"\frac{{dz}}{{dx}} &= {latex(slope)} = {latex(slope.subs(x, 2))}"
)
print(r"\end{aligned}")
