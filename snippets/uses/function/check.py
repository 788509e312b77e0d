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
    [1.0, 2.0, 3.0],
    dtype=torch.float64,
    requires_grad=True,
)
print(torch.autograd.gradcheck(Square.apply, x))
print(
    torch.autograd.gradgradcheck(Square.apply, x)
)

v = torch.tensor(
    [0.1, 0.2, 0.3], dtype=torch.float64
)
(first,) = torch.autograd.grad(
    Square.apply(x), x, v, create_graph=True
)
(second,) = torch.autograd.grad(first.sum(), x)
print(first, second)
