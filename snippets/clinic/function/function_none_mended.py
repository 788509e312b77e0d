import torch


class Power(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, n):
        ctx.save_for_backward(x)
        ctx.n = n
        return x**n

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * ctx.n * x ** (
            ctx.n - 1
        ), None


x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
Power.apply(x, 3).sum().backward()
print(x.grad)
