import torch
from torch.utils.checkpoint import checkpoint


def f(x):
    return runs.pop()(x)  # (1)!


for again in (
    torch.sin,
    lambda x: (2 * x).sin(),
    lambda x: x.exp().sin(),
):
    runs = [again, torch.sin]
    x = torch.tensor(1.0, requires_grad=True)
    y = checkpoint(f, x, use_reentrant=False)
    y.backward()
    print(x.grad)
