import draw
import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()
v = torch.tensor([0.1, 0.2])


def f(x):
    x1, x2, x3 = x
    return torch.stack(
        [x1 * x2 * x3, x1 + x2 + x3]
    )


J = torch.autograd.functional.jacobian(f, x)
f(x).backward(v)
print(
    draw.matrix_product(v, J, x.grad, terms=True)
)
