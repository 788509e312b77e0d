from sympy import latex, symbols

x, u, w = symbols("x u w")
A, du, dw = u * w, (x**2).diff(x), (3 * x).diff(x)
at = {x: 2, u: 4, w: 6}
first, second = A.diff(u), A.diff(w)
total = first * du + second * dw
direct = (x**2 * 3 * x).diff(x)
assert total.subs({u: x**2, w: 3 * x}) == direct

print(r"\begin{aligned}")
print(
    r"\frac{dA}{dx} &= \frac{\partial A}{\partial u} \cdot \frac{du}{dx} + \frac{\partial A}{\partial w} \cdot \frac{dw}{dx} \\"
)
print(
    rf"&= {first} \cdot {latex(du)} + {second} \cdot {dw} \\"
)
print(
    rf"&= {first.subs(at)} \cdot {du.subs(at)} + {second.subs(at)} \cdot {dw} = {total.subs(at)}"
)
print(r"\end{aligned}")
