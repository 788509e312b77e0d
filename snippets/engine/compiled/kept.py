import torch
from torch.autograd import graph


def f(x):
    for _ in range(5):
        x = torch.sin(x)
    return x


def keep(t):
    kept.append(t.shape)
    return t.detach()


x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
compiled = torch.compile(f, backend="aot_eager")

for g in f, compiled:
    kept = []
    with graph.saved_tensors_hooks(
        keep, lambda t: t
    ):
        g(x)
    print(len(kept))
