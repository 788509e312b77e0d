import torch
from torch.autograd import graph


def gradient(hooks):
    x = torch.zeros(
        2, device="cpu", requires_grad=True
    )
    with hooks:
        y = x.exp()
    y.detach().zero_()
    y.backward(torch.ones_like(y))
    return x.grad


def pack(f):
    return graph.saved_tensors_hooks(
        f, lambda t: t
    )


print(gradient(pack(lambda t: t.detach())))
print(gradient(graph.save_on_cpu()))
print(gradient(pack(lambda t: t.clone())))
