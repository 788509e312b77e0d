import torch

W = torch.tensor(
    [[0.5, -1.0, 0.2], [0.1, 0.3, 1.0]],
    requires_grad=True,
)
x = torch.tensor(
    [
        [1.0, 0.0, 2.0],
        [0.0, 1.0, 0.0],
        [3.0, -1.0, 1.0],
        [0.1, 0.2, 0.3],
    ]
)
y = torch.tensor(
    [
        [1.0, 0.0],
        [0.0, 1.0],
        [1.0, 1.0],
        [0.0, 0.0],
    ]
)

a = x @ W.T
losses = (torch.tanh(a) - y).square().sum(1)
(d,) = torch.autograd.grad(
    losses.sum(), a, retain_graph=True
)
norms = d.norm(dim=1) * x.norm(dim=1)  # (1)!
print(norms)

v = (1.0 / norms).clamp(max=1)  # (2)!
print(v)
losses.backward(v)  # (3)!
print(W.grad)
