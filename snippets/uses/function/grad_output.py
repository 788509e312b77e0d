import torch


class F(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)  # (1)!
        x1, x2, x3 = x
        return torch.stack(
            [
                x1 * x2 * x3,
                x1 + x2 + x3,
                x1 + x2 * x3,
            ]
        )

    @staticmethod
    def backward(ctx, grad_output):
        print(
            grad_output, grad_output is v
        )  # (2)!
        (x1, x2, x3), (v1, v2, v3) = (
            ctx.saved_tensors[0],
            grad_output,
        )
        g1 = v1 * x2 * x3 + v2 + v3  # (3)!
        g2 = v1 * x1 * x3 + v2 + v3 * x3
        g3 = v1 * x1 * x2 + v2 + v3 * x2
        return torch.stack([g1, g2, g3])


x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
v = torch.tensor([0.1, 0.2, 0.3])
F.apply(x).backward(v)  # (4)!
print(x.grad)
