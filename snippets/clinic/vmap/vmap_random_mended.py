import torch


def noisy(a):
    return a + torch.randn(())


for how in ("same", "different"):
    f = torch.vmap(noisy, randomness=how)
    y = f(torch.zeros(2))
    print(how, bool(y[0] == y[1]))
