import torch
from torch.autograd.functional import jacobian
from torch.func import jacrev


def f(x):
    x1, x2, x3 = x
    return torch.stack(
        [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
    )


x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()

rows = []
for e in torch.eye(3):
    x.grad = None
    f(x).backward(e)
    rows.append(x.grad)
J = torch.stack(rows)

print(J)
print(torch.equal(J, jacobian(f, x)))
print(torch.equal(J, jacrev(f)(x.detach())))
