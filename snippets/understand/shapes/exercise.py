from sympy import Matrix, symbols

a, b = symbols("a b")
Y = Matrix([[a, b], [a * b, b**2]])
V = Matrix([[1, 2], [3, 4]])
A = sum(v * y for v, y in zip(V, Y))
at = {a: 2, b: 3}

print(
    rf"A = a + 2b + 3ab + 4b^2, \qquad \left(1 + 3b,\; 2 + 3a + 8b\right) = {tuple(A.diff(s).subs(at) for s in (a, b))}"
)
