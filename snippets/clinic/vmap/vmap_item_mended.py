import torch


def clip(g):
    return g / g.norm().clamp(min=1.0)


grads = torch.tensor([[3.0, 4.0], [0.3, 0.4]])
print(torch.vmap(clip)(grads))
