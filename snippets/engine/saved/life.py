import weakref

import torch
from torch.autograd import graph


def pack(t):
    t = t.detach()
    kept.append(weakref.ref(t))
    return t


def alive():
    return sum(t() is not None for t in kept)


def forward():
    x = torch.tensor(2.0, requires_grad=True)
    with graph.saved_tensors_hooks(
        pack, lambda t: t
    ):
        return x.exp().sin()


kept = []
y = forward()
print("after the forward pass", alive())
y.backward(retain_graph=True)
print("after a retaining walk", alive())
y.backward()
print("after a walk", alive())

kept = []
y = forward()
print("after the forward pass", alive())
del y
print("after del y", alive())
