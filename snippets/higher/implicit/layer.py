import torch


class FixedPoint(torch.autograd.Function):
    @staticmethod
    def forward(ctx, f, z, *theta):
        for _ in range(40):
            z = f(z, *theta)
        ctx.f = f
        ctx.save_for_backward(z, *theta)  # (1)!
        return z

    @staticmethod
    def backward(ctx, v):
        f = ctx.f
        z, *theta = ctx.saved_tensors

        def adjoint(u, v, z, *theta):
            _, vjp = torch.func.vjp(
                lambda z: f(z, *theta), z
            )
            return v + vjp(u)[0]

        u = FixedPoint.apply(  # (2)!
            adjoint, v, v, z, *theta
        )
        _, vjp = torch.func.vjp(
            lambda *theta: f(z, *theta), *theta
        )
        return None, None, *vjp(u)


def f(z, W, x):
    return torch.tanh(W @ z + x)


def layer(W, x):
    zero = torch.zeros_like(x)
    return FixedPoint.apply(f, zero, W, x)


def unrolled(W, x):
    z = torch.zeros_like(x)
    for _ in range(40):
        z = f(z, W, x)
    return z


W = torch.tensor(
    [[0.2, -0.4], [0.3, 0.1]],
    dtype=torch.float64,
    requires_grad=True,
)
x = torch.tensor(
    [0.5, -0.2],
    dtype=torch.float64,
    requires_grad=True,
)
check = torch.autograd.gradcheck
twice = torch.autograd.gradgradcheck
print(check(layer, (W, x)), twice(layer, (W, x)))

for solve in layer, unrolled:
    (g,) = torch.autograd.grad(
        solve(W, x).square().sum(),
        x,
        create_graph=True,
    )
    (h,) = torch.autograd.grad(g.sum(), x)
    print([f"{value:.6f}" for value in h])
