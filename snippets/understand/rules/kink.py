import torch

zero = torch.tensor(0.0)
for f in [
    lambda x: x.relu(),
    lambda x: x.clamp(min=0),
    lambda x: torch.maximum(x, zero),
]:
    x = torch.tensor(0.0, requires_grad=True)
    y = f(x)
    y.backward()
    print(y.item(), x.grad.item())
