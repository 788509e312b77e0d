import torch
from functorch.compile import make_boxed_func
from torch._dynamo.backends.common import (
    aot_autograd,
)


def f(x, w):
    return torch.sin(x * w)


def show(graph, inputs):
    print(graph.code.strip(), "\n")
    return make_boxed_func(graph.forward)


x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
w = torch.tensor(
    [0.5, 0.5, 0.5], requires_grad=True
)
v = torch.tensor([0.1, 0.2, 0.3])

compiled = torch.compile(
    f, backend=aot_autograd(fw_compiler=show)
)
compiled(x, w).backward(v)
print(x.grad)
