import torch

a = torch.tensor(
    [[0.0, 0.0], [1.0, 2.0]],
    dtype=torch.float64,
    requires_grad=True,
)
b = torch.tensor(
    [[3.0, 4.0]], dtype=torch.float64
)

(g,) = torch.autograd.grad(
    torch.cdist(a, b).sum(),
    a,
    create_graph=True,
)
print(g.detach())
g.sum().backward()
