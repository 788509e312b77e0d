import torch
from torch.autograd.functional import jacobian

passes = []


def f(x, m):
    h = x.tanh()
    h.register_hook(passes.append)  # (1)!
    rows = [(i * h).sum() for i in range(m)]
    return torch.stack(rows)


for n, m in [(10, 3), (1000, 3), (10, 30)]:
    x = torch.ones(n, requires_grad=True)

    passes.clear()
    f(x, m).backward(torch.ones(m))
    print(n, m, "backward:", len(passes))

    passes.clear()
    jacobian(lambda x, m=m: f(x, m), x)
    print(n, m, "jacobian:", len(passes))
