import torch


def f(x):
    return (x**3).sum()


x = torch.tensor([1.0, 2.0], requires_grad=True)
compiled = torch.compile(f, backend="aot_eager")
(g,) = torch.autograd.grad(
    compiled(x), x, create_graph=True
)
print(g.requires_grad)
try:
    g.sum().backward()
except RuntimeError as error:
    print(error)
