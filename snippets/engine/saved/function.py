import torch
from torch.autograd import Function, graph


class Saved(Function):
    @staticmethod
    def forward(ctx, x):
        y = x.exp()
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, v):
        (y,) = ctx.saved_tensors
        return v * y


class Attribute(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.y = x.exp()
        return ctx.y

    @staticmethod
    def backward(ctx, v):
        return v * ctx.y


def keep(t):
    kept.append(t.shape)
    return t.detach()


x = torch.tensor(0.0, requires_grad=True)
for F in Saved, Attribute:
    kept = []
    with graph.saved_tensors_hooks(
        keep, lambda t: t
    ):
        F.apply(x)
    print(F.__name__, "seen by hooks", len(kept))

    y = F.apply(x)
    y.detach().zero_()
    try:
        y.backward()
        print("x.grad", x.grad)
    except RuntimeError as error:
        message = str(error).split(":")[0]
        print(message.split("has been ")[1])
