import torch


def scale(v):
    return 10 * v


def clip(v):
    return v.clamp(max=1.0)


for first, second in [
    (scale, clip),
    (clip, scale),
]:
    x = torch.tensor(
        [1.0, 2.0, 3.0], requires_grad=True
    )
    y = x * 1.0
    y.retain_grad()
    y.register_hook(first)
    y.register_hook(second)
    y.backward(torch.tensor([0.05, 0.2, 0.3]))
    print(first.__name__, second.__name__, y.grad)
