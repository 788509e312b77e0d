import threading

import torch
from torch.autograd import graph

x = torch.tensor([1.0, 2.0], requires_grad=True)


def number():
    print((x * 2.0).grad_fn._saved_other)


def closure():
    big = torch.ones(1000)
    (x + 1).register_hook(lambda v: v * big[0])


def nested():
    with graph.saved_tensors_hooks(
        lambda t: t.detach(), lambda t: t
    ):
        x.exp()


def thread():
    other = threading.Thread(target=x.exp)
    other.start()
    other.join()


def keep(t):
    kept.append(t.shape)
    return t.detach()


for f in number, closure, nested, thread, x.exp:
    kept = []
    with graph.saved_tensors_hooks(
        keep, lambda t: t
    ):
        f()
    print(f.__name__, len(kept))
