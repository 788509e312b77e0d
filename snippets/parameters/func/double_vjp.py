import torch


def f(x):
    return torch.stack(
        [
            x[0] * x[1] * x[2],
            x[0] + x[1] + x[2],
            x[0] + x[1] * x[2],
        ]
    )


x = torch.tensor(
    [1.0, 2.0, 3.0], dtype=torch.float64
)
u = torch.tensor(
    [0.1, 0.2, 0.3], dtype=torch.float64
)


def pulled_back(v):
    return torch.func.vjp(f, x)[1](v)[0]


v = torch.zeros(3, dtype=torch.float64)
(Ju,) = torch.func.vjp(pulled_back, v)[1](
    u
)  # (1)!

torch.testing.assert_close(
    Ju, torch.func.jvp(f, (x,), (u,))[1]
)
print(Ju)
