import sympy as sp

v, d = sp.Matrix([sp.symbols("v_1:4")]), sp.symbols("d_1:4")
J = sp.diag(*d)
print(rf"v^{{\mathsf T}} J = {sp.latex(v)} {sp.latex(J)} = {sp.latex(v * J)}")
