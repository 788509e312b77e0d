from sympy import Matrix, latex

X = Matrix([[1, 2], [3, -1]])
Z_bar = Matrix([[1, 1, 1], [0, 0, 0]])


def show(M):
    return latex(
        M, mat_str="bmatrix", mat_delim=""
    )


W1_bar = show(X.T * Z_bar)
print(
    rf"\bar W_1 = X^{{\mathsf T}} \bar Z = {W1_bar}"
)
