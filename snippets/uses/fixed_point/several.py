import torch

x = torch.tensor(0.0, requires_grad=True)
for start in 0.001, -0.001:
    z = torch.tensor(start)
    for _ in range(60):
        z = torch.tanh(2 * z + x)
    (unrolled,) = torch.autograd.grad(z, x)
    slope = 1 - z.detach() ** 2  # (1)!
    formula = slope / (1 - 2 * slope)
    print(z.detach(), unrolled, formula)
