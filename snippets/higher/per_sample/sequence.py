import torch

x = torch.tensor([[[1.0, 2.0], [3.0, 1.0]]])
W = torch.tensor([[0.5, -1.0]])
W.requires_grad_()

a = x @ W.T
(d,) = torch.autograd.grad(
    a.square().sum(), a, retain_graph=True
)
right = torch.einsum("bto,bti->boi", d, x)
(g,) = torch.autograd.grad(a.square().sum(), W)
torch.testing.assert_close(right[0], g)

ghost = d.flatten(1).norm() * x.flatten(1).norm()
gram = (d @ d.mT) * (x @ x.mT)
print(f"{g.norm():.3f} {ghost:.3f}")
print(f"{gram.sum().sqrt():.3f}")
