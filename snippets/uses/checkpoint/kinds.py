import torch
from torch.utils.checkpoint import checkpoint


def f(x):
    print(
        "  begin, grad", torch.is_grad_enabled()
    )
    y = x.sin().exp()
    print("  end")
    return y + 1


x = torch.ones(1, requires_grad=True)
for reentrant in (True, False):
    print("use_reentrant =", reentrant)
    y = checkpoint(f, x, use_reentrant=reentrant)
    print(" ", y.grad_fn.name())
    y.backward()
