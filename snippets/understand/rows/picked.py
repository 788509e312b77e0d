import draw
import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
e = torch.tensor([0.0, 1.0, 0.0])


def f(x):
    return torch.stack(
        [
            x[0] * x[1] * x[2],
            x[0] + x[1] + x[2],
            x[0] + x[1] * x[2],
        ]
    )


J = torch.autograd.functional.jacobian(f, x)
f(x).backward(e)
print(
    draw.matrix_product(
        e, J, x.grad, names=("e₂", "J", "e₂ᵀJ")
    )
)
