import torch


@torch.compile(backend="aot_eager")
def f(x):
    return (x**3).sum()


x = torch.tensor([1.0, 2.0], requires_grad=True)
(g,) = torch.autograd.grad(
    f(x), x, create_graph=True
)
g.sum().backward()
