import torch


class Sinh(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        e = torch.exp(x)
        ctx.save_for_backward(e)
        return (e - 1 / e) / 2, e  # (1)!

    @staticmethod
    def backward(ctx, v, v_e):
        (e,) = ctx.saved_tensors
        return v * (e + 1 / e) / 2 + v_e * e


def sinh(x):
    return Sinh.apply(x)[0]


x = torch.tensor(
    [0.5, 1.0, 2.0],
    dtype=torch.float64,
    requires_grad=True,
)
print(torch.autograd.gradgradcheck(sinh, x))

(g,) = torch.autograd.grad(
    sinh(x).square().sum(), x, create_graph=True
)
(h,) = torch.autograd.grad(g.sum(), x)
right = 2 * torch.cosh(2 * x)
torch.testing.assert_close(h, right)
print(f"{h[0]:.4f}")
