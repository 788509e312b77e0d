import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
v = torch.tensor(
    [0.1, 0.2, 0.3], requires_grad=True
)

x1, x2, x3 = x
y = torch.stack(
    [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
)
(g,) = torch.autograd.grad(
    y, x, v, create_graph=True
)
print(g.detach())

g_bar = torch.tensor([1.0, 0.0, 2.0])
v_bar, x_bar = torch.autograd.grad(
    g, (v, x), g_bar
)
print(v_bar)
print(x_bar)
