import torch


class Mean(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.shape = x.shape
        return x.mean()

    @staticmethod
    def backward(ctx, grad_output):
        n = ctx.shape.numel()
        return grad_output.item() / n


x = torch.tensor([1.0, 2.0], requires_grad=True)
Mean.apply(x).backward()
