from sympy import Heaviside, Matrix, latex

X = Matrix([[1, 2], [3, -1]])
W2 = Matrix([[1, 0], [2, 1], [0, -1]])
Z = Matrix([[1, 2, 5], [3, -3, -1]])
H = Matrix([[1, 2, 5], [3, 0, 0]])
V = Matrix([[6, -1], [4, 2]]) - Matrix(
    [[5, 0], [3, 0]]
)
one = Matrix([[1, 1]])

M = Z.applyfunc(lambda z: Heaviside(z, 0))
H_bar = V * W2.T
Z_bar = H_bar.multiply_elementwise(M)


def show(M):
    return latex(
        M, mat_str="bmatrix", mat_delim=""
    )


print(r"\begin{aligned}")
print(rf"V &= Y - T = {show(V)} \\[1ex]")
print(
    rf"\bar W_2 &= H^{{\mathsf T}} V = {show(H.T * V)} \\[1ex]"
)
print(rf"\bar b_2 &= {show(one * V)} \\[1ex]")
print(
    rf"\bar H &= V W_2^{{\mathsf T}} = {show(H_bar)} \\[1ex]"
)
print(
    rf"\bar Z &= \bar H \odot {show(M)} = {show(Z_bar)} \\[1ex]"
)
print(
    rf"\bar W_1 &= X^{{\mathsf T}} \bar Z = {show(X.T * Z_bar)} \\[1ex]"
)
print(rf"\bar b_1 &= {show(one * Z_bar)}")
print(r"\end{aligned}")
