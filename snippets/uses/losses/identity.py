import torch

layer = torch.nn.Linear(4, 3, dtype=torch.float64)
x, w = (
    torch.randn(5, 4, dtype=torch.float64),
    torch.rand(3, dtype=torch.float64),
)
theta = list(layer.parameters())


def losses():
    return (layer(x) ** 2).mean(0)


by_gradient = torch.autograd.grad(
    losses(), theta, w
)
by_sum = torch.autograd.grad(
    (w * losses()).sum(), theta
)
by_list = torch.autograd.grad(
    list(losses()), theta, list(w)
)

torch.testing.assert_close(by_gradient, by_sum)
torch.testing.assert_close(by_gradient, by_list)
print([tuple(g.shape) for g in by_gradient])
