import torch
from torch.func import jacfwd, jvp, vjp


def cg(A, b):
    x = torch.zeros_like(b)
    r = p = b
    rr = r @ r
    for _ in range(len(b)):
        Ap = A(p)
        a = rr / (p @ Ap)
        x = x + a * p
        r = r - a * Ap
        old, rr = rr, r @ r
        p = r + rr / old * p
    return x


t = torch.arange(8, dtype=torch.float64) / 2
y = torch.tensor(
    [
        2.52,
        1.81,
        1.41,
        1.13,
        0.88,
        0.76,
        0.70,
        0.60,
    ],
    dtype=torch.float64,
)


def residual(p):
    a, b, c = p
    return a * torch.exp(-b * t) + c - y


p = torch.tensor(
    [1.0, 0.3, 0.0], dtype=torch.float64
)
damp = 0.01
for step in range(8):
    r, JT = vjp(residual, p)

    def A(s):  # (1)!
        _, Js = jvp(residual, (p,), (s,))
        return JT(Js)[0] + damp * s

    s = cg(A, -JT(r)[0])
    D = jacfwd(residual)(p)  # (2)!
    I = torch.eye(3, dtype=p.dtype)
    dense = torch.linalg.solve(
        D.T @ D + damp * I, -D.T @ r
    )
    torch.testing.assert_close(s, dense)

    print(step, f"{r @ r / 2:.6f}")
    new = residual(p + s)
    if new @ new < r @ r:
        p, damp = p + s, damp / 10
    else:
        damp = damp * 10
print([f"{value:.3f}" for value in p.tolist()])
