import sympy as sp

h = sp.symbols("h_1:4")
at = dict(zip(h, (1, 4, 9)))
z = h[0] * h[1] * h[2]
slopes = [sp.diff(z, hi) for hi in h]
symbols = r",\, ".join(map(sp.latex, slopes))
numbers = r",\, ".join(
    str(slope.subs(at)) for slope in slopes
)
print(
    rf"\frac{{\partial z}}{{\partial h}} = ({symbols}) = ({numbers})"
)
