import torch
from torch.autograd import forward_ad, graph

kept = []


def keep(t):
    kept.append(t.numel())
    return t.detach()


def f(x, depth):
    for _ in range(depth):
        x = x.tanh()
    return x


for depth in [1, 10, 100]:
    x, v = torch.ones(2, 1000)
    with graph.saved_tensors_hooks(
        keep, lambda t: t
    ):
        kept.clear()
        f(x.clone().requires_grad_(), depth)
        vjp = sum(kept)

        kept.clear()
        with forward_ad.dual_level():
            f(forward_ad.make_dual(x, v), depth)
        jvp = sum(kept)
    print(depth, "VJP:", vjp, "JVP:", jvp)
