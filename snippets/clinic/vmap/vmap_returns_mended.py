import torch


def stats(a):
    return a.sum(), a.numel()


x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
f = torch.vmap(stats, out_dims=(0, None))
print(f(x))
