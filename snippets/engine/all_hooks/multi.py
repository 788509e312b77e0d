import torch
from torch.autograd.graph import (
    register_multi_grad_hook,
)

a = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(3.0, requires_grad=True)
c = torch.tensor(4.0, requires_grad=True)


def when_all(gs):
    print("all", gs)
    print(a.grad, b.grad)


def when_first(g):
    print("first", g)
    return 10 * g  # (1)!


register_multi_grad_hook([a, b, c], when_all)
register_multi_grad_hook(
    [a, b, c], when_first, mode="any"
)
(a * b).backward()
print(a.grad, b.grad)
