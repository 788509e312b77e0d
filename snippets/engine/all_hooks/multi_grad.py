import torch
from torch.autograd.graph import (
    register_multi_grad_hook,
)

x = torch.ones(
    2, device="cpu", requires_grad=True
)
register_multi_grad_hook([x], print)

(2 * x).sum().backward()
try:
    torch.autograd.grad((2 * x).sum(), x)
except RuntimeError as e:
    print(str(e).replace(" but", "\nbut"))
