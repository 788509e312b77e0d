import torch


def powers(a):
    out = torch.zeros(3)
    for k in range(3):
        out[k] = a**k
    return out


torch.vmap(powers)(torch.tensor([2.0, 3.0]))
