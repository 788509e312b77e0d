from sympy import Matrix

x, a, b = (
    Matrix([[1, 2]]),
    Matrix([[-2, 1]]),
    Matrix([[3, -2]]),
)
r1, r2 = x - a, x - b
w = (0.5, 0.25)
total = w[0] * r1 + w[1] * r2


def row(entries):
    return (
        "("
        + ",\\, ".join(f"{e:g}" for e in entries)
        + ")"
    )


print(r"\begin{aligned}")
print(
    rf"\nabla L_1 &= x - a = {row(map(float, r1))} \\"
)
print(
    rf"\nabla L_2 &= x - b = {row(map(float, r2))} \\[1ex]"
)
print(
    r"w^{\mathsf T} J &= w_1 \nabla L_1 + w_2 \nabla L_2 \\"
)
print(
    rf"&= {w[0]} \cdot {row(map(float, r1))} + {w[1]} \cdot {row(map(float, r2))} \\"
)
print(rf"&= {row(map(float, total))}")
print(r"\end{aligned}")
