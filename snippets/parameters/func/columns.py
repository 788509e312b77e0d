import draw
import torch


def f(x):
    return torch.stack(
        [
            x[0] * x[1] * x[2],
            x[0] + x[1] + x[2],
            x[0] + x[1] * x[2],
        ]
    )


x = torch.tensor([1.0, 2.0, 3.0])
u = torch.tensor([0.1, 0.2, 0.3])
J = torch.func.jacfwd(f)(x)
y, Ju = torch.func.jvp(f, (x,), (u,))
print(
    draw.matrix_product(
        J, u, Ju, names=("J", "u", "Ju")
    )
)
