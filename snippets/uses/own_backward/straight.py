import torch


class Round(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.round()

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output


v = torch.tensor([0.1, 0.2, 0.3])
for function in torch.round, Round.apply:
    x = torch.tensor(
        [0.2, 0.7, 1.6], requires_grad=True
    )
    y = function(x)
    y.backward(v)
    print(y.detach(), x.grad)
