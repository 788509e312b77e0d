import torch


def noisy(a):
    return a + torch.randn(())


torch.vmap(noisy)(torch.zeros(2))
