import matplotlib.pyplot as plt
import torch

v = torch.tensor([1.0, 1.0], dtype=torch.float64)


def f(x):
    return torch.stack(
        [x[:, 0] * x[:, 1], x[:, 1] - x[:, 0]],
        dim=1,
    )


coarse = torch.linspace(
    -2, 2, 9, dtype=torch.float64
)
x = torch.cartesian_prod(
    coarse, coarse
).requires_grad_()
y = f(x)
y.backward(v.expand_as(y))
plt.quiver(
    *x.T.tolist(),
    *x.grad.T.tolist(),
    color="tab:green",
    angles="xy",
)

fine = torch.linspace(
    -2.4, 2.4, 33, dtype=torch.float64
)
heights = (
    (f(torch.cartesian_prod(fine, fine)) @ v)
    .view(33, 33)
    .T
)
places = fine.tolist()
plt.contour(
    places,
    places,
    heights.tolist(),
    9,
    colors="gray",
    linestyles="solid",
)
plt.gca().set_aspect("equal")
plt.axis([-2.6, 2.6, -2.6, 2.6])
plt.show()
