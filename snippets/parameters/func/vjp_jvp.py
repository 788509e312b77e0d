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
v = u = torch.tensor([0.1, 0.2, 0.3])

y, pullback = torch.func.vjp(f, x)  # (1)!
(vJ,) = pullback(v)
y, Ju = torch.func.jvp(f, (x,), (u,))  # (2)!

print(vJ)
print(Ju)
