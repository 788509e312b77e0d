import torch


def clip(g):
    return g / max(1.0, g.norm().item())


grads = torch.tensor([[3.0, 4.0], [0.3, 0.4]])
torch.vmap(clip)(grads)
