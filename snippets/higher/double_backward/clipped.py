import torch

x = torch.tensor([3.0, 2.0], requires_grad=True)
h = 1 * x[0]
h.register_hook(lambda v: v.clamp(max=1))
f = h * x[1]
(g,) = torch.autograd.grad(
    f, x, create_graph=True
)
print(g.detach())
for e in torch.eye(2):
    (row,) = torch.autograd.grad(
        g, x, e, retain_graph=True
    )
    print(row)
