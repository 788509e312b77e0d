import sympy as sp

a, b, x = sp.symbols("a b x")
z = a * b
at = {a: x, b: x}
one, other = (
    sp.diff(z, s).subs(at) for s in (a, b)
)

print(
    r"\frac{\mathrm d z}{\mathrm d x} = \frac{\partial z}{\partial a} + \frac{\partial z}{\partial b}",
    end=" ",
)
print(
    rf"= {sp.latex(one)} + {sp.latex(other)} = {sp.latex(one + other)}"
)
