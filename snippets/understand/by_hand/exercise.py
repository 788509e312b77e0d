from sympy import Matrix, latex

W1 = Matrix([[1, -1, 0], [0, 1, 2]])
Z_bar = Matrix([[1, 1, 1], [1, 0, 0]])


def show(M):
    return latex(
        M, mat_str="bmatrix", mat_delim=""
    )


X_bar = show(Z_bar * W1.T)
print(
    rf"\bar X = \bar Z W_1^{{\mathsf T}} = {X_bar}"
)
