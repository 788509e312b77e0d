import sympy as sp

n = sp.Symbol("n")


def multiplications(rows, inner, columns):
    return rows * inner * columns


def line(product, count):
    return (
        rf"{product} &:\quad {sp.latex(count)} = "
        + f"{int(count.subs(n, 1000)):,}".replace(
            ",", r"\,"
        )
    )


vector_first = 3 * multiplications(1, n, n)
matrices_first = 2 * multiplications(
    n, n, n
) + multiplications(1, n, n)
print(r"\begin{aligned}")
print(
    line(
        r"((v^{\mathsf T} J_3)\,J_2)\,J_1",
        vector_first,
    )
    + r" \\"
)
print(
    line(
        r"v^{\mathsf T}\,(J_3\,J_2\,J_1)",
        matrices_first,
    )
)
print(r"\end{aligned}")
