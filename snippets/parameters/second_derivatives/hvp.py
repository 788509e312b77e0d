import torch


def f(x):
    a, b, c = x
    return a * a * a * b * c + b * b * c


def gradient(x, **options):
    return torch.autograd.grad(
        f(x), x, **options
    )[0]


x = torch.tensor(
    [1.0, 2.0, 3.0],
    dtype=torch.float64,
    requires_grad=True,
)
u = torch.tensor(
    [0.1, 0.2, 0.3], dtype=torch.float64
)

(exact,) = torch.autograd.grad(
    gradient(x, create_graph=True), x, u
)
print(exact)
for h in 1e-1, 1e-3, 1e-5:
    print(
        h,
        (
            gradient(x + h * u)
            - gradient(x - h * u)
        )
        / (2 * h),
    )
