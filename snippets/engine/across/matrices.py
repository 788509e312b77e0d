import sympy as sp

broadcast = sp.Matrix([[1, 0], [1, 0]])
all_reduce = sp.ones(2, 2)
T = r"^{\mathsf T}"


def named(name, m, power=""):
    matrix = sp.latex(m, mat_delim="[")
    return (
        rf"\underbrace{{{matrix}{power}}}"
        rf"_{{\text{{{name}}}{power}}}"
    )


print(
    r"\begin{gathered}",
    named("broadcast", broadcast, T)
    + " = "
    + named("reduce", broadcast.T)
    + r" \\[4pt]",
    named("all-reduce", all_reduce, T)
    + " = "
    + named("all-reduce", all_reduce.T),
    r"\end{gathered}",
    sep="\n",
)
