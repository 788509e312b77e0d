import sympy as sp

x = sp.symbols("x_1:4")
z = sum(a**2 + 2 for a in x)
here = dict(zip(x, (1, 2, 3)))
J = sp.Matrix([z]).jacobian(x)
print(r"\begin{aligned}")
for v, end in ((1, r" \\"), (2, "")):
    print(
        rf"{v} \cdot {sp.latex(J)} &= {sp.latex((v * J).subs(here))}{end}"
    )
print(r"\end{aligned}")
