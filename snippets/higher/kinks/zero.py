import torch
import torch.nn.functional as F

corners = {
    "norm": lambda x: x.norm(),
    "hypot": lambda x: torch.hypot(*x),
    "sqrt(sum)": lambda x: (
        x.square().sum().sqrt()
    ),
    "atan2": lambda x: torch.atan2(*x),
    "normalize": lambda x: F.normalize(x, dim=0)[
        0
    ],
}
for name, f in corners.items():
    x = torch.tensor(
        [0.0, 0.0],
        dtype=torch.float64,
        requires_grad=True,
    )
    (g,) = torch.autograd.grad(f(x), x)
    print(f"{name:10} {g.tolist()}")
