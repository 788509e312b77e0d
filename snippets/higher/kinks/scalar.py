import torch
import torch.nn.functional as F

corners = {
    "relu": F.relu,
    "clamp min=0": lambda x: x.clamp(min=0),
    "maximum 0": lambda x: torch.maximum(
        x, torch.zeros_like(x)
    ),
    "where x > 0": lambda x: torch.where(
        x > 0, x, 0
    ),
    "where x >= 0": lambda x: torch.where(
        x >= 0, x, 0
    ),
    "leaky_relu": F.leaky_relu,
    "relu6": F.relu6,
    "elu": F.elu,
    "softshrink": lambda x: F.softshrink(x, 0),
    "abs": torch.abs,
    "sign": torch.sign,
    "floor": torch.floor,
    "frac": torch.frac,
    "sqrt": torch.sqrt,
    "log": torch.log,
    "xlogy": lambda x: torch.xlogy(x, x),
}
for name, f in corners.items():
    x = torch.tensor(0.0, requires_grad=True)
    (g,) = torch.autograd.grad(f(x), x)
    print(f"{name:12} {g.item():g}")
