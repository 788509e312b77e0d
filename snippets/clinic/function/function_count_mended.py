import torch


class Mul(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, w):
        ctx.save_for_backward(x, w)
        return x * w

    @staticmethod
    def backward(ctx, grad_output):
        x, w = ctx.saved_tensors
        return grad_output * w, grad_output * x


x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
w = torch.tensor(
    [4.0, 5.0, 6.0], requires_grad=True
)
Mul.apply(x, w).sum().backward()
print(x.grad, w.grad)
