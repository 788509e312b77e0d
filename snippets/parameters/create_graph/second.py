import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y1 = x[0] * x[1] * x[2]

(g,) = torch.autograd.grad(
    y1, x, create_graph=True
)
print(g.detach(), g.requires_grad)

u = torch.tensor([0.1, 0.2, 0.3])
g.backward(u)  # (1)!
print(x.grad)
