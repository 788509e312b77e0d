import torch


class ProductAndSum(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, b):
        ctx.save_for_backward(a, b)
        return a * b, a + b

    @staticmethod
    def backward(ctx, v1, v2):  # (1)!
        print(v1, v2, ctx.needs_input_grad)
        a, b = ctx.saved_tensors
        grad_a = (
            v1 * b + v2
            if ctx.needs_input_grad[0]
            else None
        )  # (2)!
        grad_b = (
            v1 * a + v2
            if ctx.needs_input_grad[1]
            else None
        )
        return grad_a, grad_b  # (3)!


a = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(3.0)
y1, y2 = ProductAndSum.apply(a, b)
torch.autograd.backward(
    [y1, y2],
    [torch.tensor(0.1), torch.tensor(0.2)],
)
print(a.grad)

y1, y2 = ProductAndSum.apply(a, b)
y1.backward()  # (4)!
