import torch
from torch import nn

hooks = torch.autograd.graph.saved_tensors_hooks
x = torch.ones(1, 2)


def pack(t):
    kept.append(t.shape)
    return t.detach()


for frozen in ("", "012", "2", "4"):
    layers = nn.Sequential(
        nn.Linear(2, 2),
        nn.Tanh(),
        nn.Linear(2, 2),
        nn.Tanh(),
        nn.Linear(2, 1),
    )
    for i in frozen:
        layers[int(i)].requires_grad_(False)
    kept = []
    with hooks(pack, lambda t: t):
        layers(x)
    print(repr(frozen), len(kept))
