import torch


class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x**2

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * 2 * x


x = torch.tensor(
    [1.0, 2.0],
    dtype=torch.float64,
    requires_grad=True,
)
print(torch.autograd.gradcheck(Square.apply, x))
