from sympy import latex, symbols

x, u, w = symbols("x u w")
at = {x: 1, u: 1, w: 3}
A = u * w
du, dw = (x**2).diff(x), (2 * x + 1).diff(x)
first, second = A.diff(u), A.diff(w)
total = first * du + second * dw

print(
    rf"\frac{{dA}}{{dx}} = {first} \cdot {latex(du)} + {second} \cdot {dw} = {first.subs(at)} \cdot {du.subs(at)} + {second.subs(at)} \cdot {dw} = {total.subs(at)}"
)
