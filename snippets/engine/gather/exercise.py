import sympy as sp

x = sp.symbols("x_0:3")
loss = x[1] ** 2 + x[1] ** 2 + x[0] ** 2
at = dict(zip(x, (1, 2, 3)))
g = [loss.diff(a).subs(at) for a in x]
print(
    rf"L = {sp.latex(loss)}, \qquad "
    rf"\nabla L = ({', '.join(map(str, g))})"
)
