import sympy as sp

v, d = (
    sp.Matrix([sp.symbols("v_1:4")]),
    sp.symbols("d_1:4"),
)
J = sp.diag(*d)
print(r"\begin{aligned}")
print(
    rf"v^{{\mathsf T}} J &= {sp.latex(v)} {sp.latex(J)} \\"
)
print(rf"&= {sp.latex(v * J)}")
print(r"\end{aligned}")
