from sympy import Matrix

J = Matrix([[1, 2], [0, 3], [4, 0]])
u = Matrix([1, -1])
v = Matrix([2, 1, 1])

print(
    rf"J u = {tuple(J * u)}, \quad \langle v, J u \rangle = {v.dot(J * u)}, \qquad J^{{\mathsf T}} v = {tuple(J.T * v)}, \quad \langle J^{{\mathsf T}} v, u \rangle = {(J.T * v).dot(u)}"
)
