import torch

for decay in False, True:
    x = torch.tensor(0.26, requires_grad=True)
    path = []
    for k in range(400):
        (g,) = torch.autograd.grad(x.abs(), x)
        step = 0.1 / (k + 1) ** 0.5
        with torch.no_grad():
            x -= g * (step if decay else 0.1)
        path.append(x.item())
    print([f"{p:.3f}" for p in path[:4]])
    print([f"{p:.3f}" for p in path[-2:]])
