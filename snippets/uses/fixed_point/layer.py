import torch


class Equilibrium(torch.autograd.Function):
    @staticmethod
    def forward(ctx, W, x):
        z = torch.zeros_like(x)
        for _ in range(40):
            z = torch.tanh(W @ z + x)
        ctx.save_for_backward(W, x, z)  # (1)!
        return z

    @staticmethod
    def backward(ctx, v):
        W, x, z = (
            t.detach().requires_grad_()
            for t in ctx.saved_tensors
        )
        with torch.enable_grad():
            y = torch.tanh(W @ z + x)
        u = v
        for _ in range(40):
            u = (
                v
                + torch.autograd.grad(
                    y,
                    z,
                    grad_outputs=u,
                    retain_graph=True,
                )[0]
            )
        return torch.autograd.grad(
            y, (W, x), grad_outputs=u
        )  # (2)!


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

Equilibrium.apply(W, x).backward(
    torch.tensor([0.1, 0.2, 0.3])
)
print(x.grad)
print(
    torch.autograd.gradcheck(
        Equilibrium.apply, (W, x)
    )
)
