from sympy import Rational, latex, symbols

mu, sigma = symbols("mu sigma")
eps = [Rational(n, 10) for n in (-14, -2, 2, 14)]
A = (
    sum((mu + sigma * e) ** 2 for e in eps) / 4
).expand()

print(r"\begin{aligned}")
print(
    rf"A &= \tfrac14 \sum_i (\mu + \sigma \varepsilon_i)^2 = {latex(A)} \\"
)
for parameter in (mu, sigma):
    slope = A.diff(parameter)
    value = slope.subs({mu: 1, sigma: 2})
    print(
        rf"\frac{{\partial A}}{{\partial {latex(parameter)}}} &= {latex(slope)} = {value} \\"
    )
print(r"\end{aligned}")
