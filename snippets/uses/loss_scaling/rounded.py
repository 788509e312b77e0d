import torch

g = torch.linspace(0.1, 1, 1000)
for s in (1024.0, 1000.0):
    back = g * s / s
    print(s, (back != g).sum().item(), "changed")

tiny = torch.tensor(6e-8).half()
print(tiny, tiny / 4 * 4)
