from sympy import Matrix, latex

X = Matrix([[1, 2], [3, 4], [5, 6]])
V = Matrix([[1, 0], [0, 1], [2, 0]])
ones = Matrix([[1, 1, 1]])


def show(M):
    return latex(
        M, mat_str="bmatrix", mat_delim=""
    )


W = rf"X^{{\mathsf T}} V = {show(X.T * V)}"
print(r"\begin{aligned}")
print(rf"\bar W &= {W} \\[1ex]")
print(rf"\bar b &= {show(ones * V)}")
print(r"\end{aligned}")
