import sympy as sp

x, h = sp.symbols("x h")
at = {h: x**2, x: 2}
local = sp.diff(x**2, x)
slopes = [
    sp.diff(loss, h) for loss in (3 * h, h**2)
]
numbers = [slope.subs(at) for slope in slopes]
total = sum(numbers) * local.subs(at)

print(r"\begin{aligned}")
print(
    r"\frac{\partial (a + b)}{\partial x}",
    end=" ",
)
print(
    r"&= \Big( \frac{\partial a}{\partial h} + \frac{\partial b}{\partial h} \Big) \frac{\partial h}{\partial x} \\[1ex]"
)
print(
    rf"&= ({sp.latex(slopes[0])} + {sp.latex(slopes[1])}) \cdot {sp.latex(local)}",
    end=" ",
)
print(
    rf"= ({numbers[0]} + {numbers[1]}) \cdot {local.subs(at)} = {total}"
)
print(r"\end{aligned}")
