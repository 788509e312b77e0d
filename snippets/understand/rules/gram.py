from sympy import Matrix, latex, symbols

X = Matrix(3, 2, symbols("x1:7"))
V = Matrix([[1, 2], [0, 3]])
A = sum(V.multiply_elementwise(X.T * X))

X_bar = X.applyfunc(A.diff)
assert X_bar == (X * (V + V.T)).expand()

at = dict(zip(X, range(1, 7)))
answer = latex(
    X_bar.subs(at),
    mat_str="bmatrix",
    mat_delim="",
)
print(rf"\bar X = {answer}")
