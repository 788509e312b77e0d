import torch


def f(x, w):
    return torch.sin(x * w)


x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
w = torch.tensor(
    [0.5, 0.5, 0.5], requires_grad=True
)
v = torch.tensor([0.1, 0.2, 0.3])
compiled = torch.compile(f, backend="aot_eager")

for g in f, compiled:
    x.grad = w.grad = None
    y = g(x, w)
    y.backward(v)
    print(y.grad_fn.name(), x.grad)
