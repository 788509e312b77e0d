from sympy import Matrix, latex

X = Matrix([[1, 2, 3], [4, 5, 6]])
W = Matrix([[1, 0], [0, 1], [1, 1]])
V = Matrix([[1, 0], [0, 2]])


def show(M):
    return latex(
        M, mat_str="bmatrix", mat_delim=""
    )


def row(name, A, B):
    product = f"{show(A)} {show(B)}"
    return f"{name} &= {product} = {show(A * B)}"


print(r"\begin{aligned}")
print(row(r"\bar X", V, W.T) + r" \\[1ex]")
print(row(r"\bar W", X.T, V))
print(r"\end{aligned}")
