import torch
from torch.utils.checkpoint import checkpoint

runs = 0


def f(x):
    global runs
    runs += 1
    for _ in range(10):
        x = x.sin()
    return x


def saved(call):
    elements = 0

    def pack(tensor):
        nonlocal elements
        elements += tensor.numel()
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(
        pack, lambda tensor: tensor
    ):
        y = call()
    return y, elements


x = torch.ones(1000, requires_grad=True)
for call in (
    lambda: f(x),
    lambda: checkpoint(f, x, use_reentrant=False),
):
    runs, x.grad = 0, None
    y, elements = saved(call)
    y.backward(torch.ones_like(y))
    print(
        elements,
        "saved,",
        runs,
        "run(s),",
        x.grad[0],
    )
