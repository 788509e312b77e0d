import torch
from torch.autograd import Function, grad


class Clip(Function):
    @staticmethod
    def forward(ctx, x):
        return x.clone()

    @staticmethod
    def backward(ctx, v):
        if v.abs().max() > 1:
            v = v.clamp(-1, 1)
        return v


x = torch.tensor([1.0, 2.0], requires_grad=True)
y = Clip.apply(x**2)
rows = torch.eye(2)
for v in rows:
    print(*grad(y, x, v, retain_graph=True))
grad(y, x, rows, is_grads_batched=True)
