from sympy import Matrix, Max, latex, ones

X = Matrix([[1, 2], [3, -1]])
T = Matrix([[5, 0], [3, 0]])
W1 = Matrix([[1, -1, 0], [0, 1, 2]])
b1 = Matrix([[0, 1, 1]])
W2 = Matrix([[1, 0], [2, 1], [0, -1]])
b2 = Matrix([[1, 2]])

Z = X * W1 + ones(2, 1) * b1
H = Z.applyfunc(lambda z: Max(z, 0))
Y = H * W2 + ones(2, 1) * b2
V = Y - T
A = sum(v**2 for v in V) / 2


def show(M):
    return latex(
        M, mat_str="bmatrix", mat_delim=""
    )


print(r"\begin{aligned}")
print(
    rf"X &= {show(X)}, \quad T = {show(T)} \\[1ex]"
)
print(
    rf"W_1 &= {show(W1)}, \quad b_1 = {show(b1)} \\[1ex]"
)
print(
    rf"W_2 &= {show(W2)}, \quad b_2 = {show(b2)} \\[1ex]"
)
print(rf"Z &= X W_1 + b_1 = {show(Z)} \\[1ex]")
print(rf"H &= \max(Z, 0) = {show(H)} \\[1ex]")
print(rf"Y &= H W_2 + b_2 = {show(Y)} \\[1ex]")
print(
    rf"A &= \tfrac12 \textstyle\sum (Y - T)^2 = {latex(A)}"
)
print(r"\end{aligned}")
