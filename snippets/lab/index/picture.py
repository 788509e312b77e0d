import draw
import torch


def f(x):
    x1, x2, x3 = x
    return torch.stack(
        [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
    )


x = torch.tensor(
    [1.0, 2.0, 3.0],
    dtype=torch.float64,
    requires_grad=True,
)
v = torch.tensor(
    [0.1, 0.2, 0.3], dtype=torch.float64
)
(product,) = torch.autograd.grad(f(x), x, v)
print(
    draw.matrix_product(
        v,
        torch.autograd.functional.jacobian(f, x),
        product,
        terms=True,
    )
)
