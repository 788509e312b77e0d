import torch

x = torch.tensor(2.0, requires_grad=True)
w = torch.tensor([1.0, 10.0], requires_grad=True)
losses = torch.stack([x**2, x**3])

(g,) = torch.autograd.grad(
    losses, x, w, create_graph=True
)
g.backward()
print(g.item(), w.grad)
