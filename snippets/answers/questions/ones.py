import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)

for v, reduce in (
    (torch.ones(3), torch.sum),
    (torch.ones(3) / 3, torch.mean),
):
    y = x**2 + 2
    (weighted,) = torch.autograd.grad(
        y, x, v, retain_graph=True
    )
    (reduced,) = torch.autograd.grad(reduce(y), x)
    print(weighted, reduced)
