import torch
from torch.utils.checkpoint import checkpoint

hooks = torch.autograd.graph.saved_tensors_hooks


def f(x):
    calls.append("f")
    for _ in range(10):
        x = x.sin()
    return x


def again(x):
    return checkpoint(f, x, use_reentrant=False)


def pack(t):
    kept.append(t.numel())
    return t.detach()


x = torch.ones(1000, requires_grad=True)
v = torch.ones(1000)
for call in (f, again):
    calls, kept = [], []
    with hooks(pack, lambda t: t):
        y = call(x)
    (g,) = torch.autograd.grad(y, x, v)
    print("saved", sum(kept), "numbers")
    print("ran f", len(calls), "time(s)", g[0])
