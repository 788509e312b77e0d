import draw
import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
v = torch.tensor([0.1, 0.2, 0.3])


def f(x):
    return torch.stack(
        [
            x[0] * x[1] * x[2],
            x[0] + x[1] + x[2],
            x[0] + x[1] * x[2],
        ]
    )


jacobian = torch.autograd.functional.jacobian(
    f, x
)
f(x).backward(v)
print(
    draw.matrix_product(
        v, jacobian, x.grad, terms=True
    )
)
