import torch
from torch.func import vjp


def broadcast(x):
    return torch.stack([x[0], x[0]])


def reduce(x):
    return torch.stack([x[0] + x[1], 0 * x[1]])


def all_reduce(x):
    total = x[0] + x[1]
    return torch.stack([total, total])


def all_gather(x):
    return torch.stack([x, x])


def reduce_scatter(x):
    return x[0] + x[1]


def send(x):
    return torch.stack([0 * x[0], x[0]])


v = torch.tensor([[1.0, 2.0], [30.0, 40.0]])
both = torch.stack([v, 100 * v])
x = torch.zeros(2, 2)
for f in (
    broadcast,
    reduce,
    all_reduce,
    all_gather,
    send,
):
    y, pull = vjp(f, x)
    (g,) = pull(both if y.dim() == 3 else v)
    print(f.__name__, g.tolist())

y, pull = vjp(reduce_scatter, both)
print("reduce_scatter", pull(v)[0].tolist())
