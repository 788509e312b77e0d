import torch
from torch.func import grad, hessian, vjp


class ArgMin(torch.autograd.Function):
    @staticmethod
    def forward(ctx, L, w, *theta):
        H = hessian(L)(w, *theta)
        g = grad(L)(w, *theta)
        w = w - torch.linalg.solve(H, g)  # (1)!
        ctx.L = L
        ctx.save_for_backward(w, *theta)
        return w

    @staticmethod
    def backward(ctx, v):
        L = ctx.L
        w, *theta = ctx.saved_tensors
        H = hessian(L)(w, *theta)
        u = torch.linalg.solve(H, v)  # (2)!
        _, pull = vjp(
            lambda *theta: grad(L)(w, *theta),
            *theta,
        )
        return None, None, *pull(-u)


def loss(w, X, y, lam):
    r = X @ w - y
    return (r @ r + lam * (w @ w)) / 2


def ridge(X, y, lam):
    w = torch.zeros_like(X[0])
    return ArgMin.apply(loss, w, X, y, lam)


def direct(X, y, lam):
    I = torch.eye(2, dtype=X.dtype)
    return torch.linalg.solve(
        X.T @ X + lam * I, X.T @ y
    )


X = torch.tensor(
    [[1.0, 2.0], [0.0, 1.0], [3.0, -1.0]],
    dtype=torch.float64,
    requires_grad=True,
)
y = torch.tensor(
    [1.0, 2.0, 0.0], dtype=torch.float64
)
lam = torch.tensor(
    0.5, dtype=torch.float64, requires_grad=True
)
v = torch.tensor([1.0, 0.0], dtype=torch.float64)
for solve in ridge, direct:
    w = solve(X, y, lam)
    (g,) = torch.autograd.grad(w, lam, v)
    print([f"{a:.6f}" for a in w], f"{g:.6f}")

check = torch.autograd.gradcheck
twice = torch.autograd.gradgradcheck
print(check(ridge, (X, y, lam)))
print(twice(ridge, (X, y, lam)))
