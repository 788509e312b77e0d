import torch

W = torch.tensor(
    [
        [0.2, -0.4, 0.1],
        [0.3, 0.1, -0.2],
        [-0.1, 0.5, 0.2],
    ],
    dtype=torch.float64,
    requires_grad=True,
)
x = torch.tensor(
    [0.5, -0.2, 0.8],
    dtype=torch.float64,
    requires_grad=True,
)
v = torch.tensor(
    [0.1, 0.2, 0.3], dtype=torch.float64
)


def f(z):
    return torch.tanh(W @ z + x)


def solve(step, z):
    for _ in range(40):
        z = step(z)
    return z


with torch.no_grad():
    z = solve(f, torch.zeros_like(x))  # (1)!

z.requires_grad_()
y = f(z)  # (2)!
u = solve(
    lambda u: (
        v
        + torch.autograd.grad(
            y,
            z,
            grad_outputs=u,
            retain_graph=True,
        )[0]
    ),
    v,
)  # (3)!
y.backward(gradient=u, inputs=[x, W])  # (4)!

unrolled = solve(f, torch.zeros_like(x))
torch.testing.assert_close(
    (x.grad, W.grad),
    torch.autograd.grad(unrolled, (x, W), v),
)  # (5)!
print(z.detach(), u, x.grad, sep="\n")
