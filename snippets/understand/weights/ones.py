import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = torch.stack(
    [
        x[0] * x[1] * x[2],
        x[0] + x[1] + x[2],
        x[0] + x[1] * x[2],
    ]
)


def grad(output, v=None):
    return torch.autograd.grad(
        output, x, v, retain_graph=True
    )[0]


print(grad(y, torch.ones(3)), grad(y.sum()))
print(grad(y, torch.ones(3) / 3), grad(y.mean()))
