import torch

t = torch.tensor([1.0, 2.0, 3.0])
for target in [t, t[:, None]]:
    y = torch.tensor([1.0, 2.0, 3.0])
    y.requires_grad_()
    d = y - target
    d.square().sum().backward()
    print(tuple(d.shape), y.grad)
