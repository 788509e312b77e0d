import sympy as sp

broadcast = sp.Matrix([[1, 0], [1, 0]])
all_reduce = sp.ones(2, 2)


def named(name, m):
    return (
        rf"\underbrace{{{sp.latex(m, mat_delim='[')}}}"
        rf"_{{\text{{{name}}}}}"
    )


print(
    r"\begin{gathered}",
    named("broadcast", broadcast)
    + r"^{\!\mathsf T} = "
    + named("reduce", broadcast.T)
    + r" \\[4pt]",
    named("all-reduce", all_reduce)
    + r"^{\!\mathsf T} = "
    + named("all-reduce", all_reduce.T),
    r"\end{gathered}",
    sep="\n",
)
