from sympy import diff, latex, solve, symbols

n, k = symbols("n k", positive=True)
m = k - 1 + n / k
(best,) = solve(diff(m, k), k)

print(r"\begin{aligned}")
print(rf"m(k) &= k - 1 + {latex(n / k)} \\")
print(
    rf"m'(k) &= {latex(diff(m, k))} = 0 \;\Rightarrow\; k = {latex(best)} \\"
)
print(
    rf"m\left({latex(best)}\right) &= {latex(m.subs(k, best).simplify())} \\[1ex]"
)
print(
    rf"n = 64 &\;\Rightarrow\; k = {best.subs(n, 64)},\; m = {m.subs(k, best).subs(n, 64)}"
)
print(r"\end{aligned}")
