import torch

x = torch.tensor(
    0.0, dtype=torch.float64, requires_grad=True
)
u = torch.ones_like(x)
_, slope = torch.func.jvp(
    torch.abs, (x.detach(),), (u,)
)
e = 1e-6
right = (torch.abs(e * u) - 0) / e
both = (torch.abs(e * u) - torch.abs(-e * u)) / e
print(slope.item(), right.item(), both.item())

relu = torch.nn.functional.relu
for f in torch.abs, relu:
    agrees = torch.autograd.gradcheck(
        f, x, raise_exception=False
    )
    print(f.__name__, agrees)
