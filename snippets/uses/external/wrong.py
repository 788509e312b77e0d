import numpy as np
import torch


def program(y):  # A, and its gradient
    return (y**2).sum(), y  # (1)!


x = torch.tensor([1.0, 2.0]).double()
x.requires_grad_()
y = 3 * x
A, v = program(y.detach().cpu().numpy())
y.backward(torch.from_numpy(v).to(y.device))
print(x.grad)

h = np.array([1e-6, 0.0])
moved, _ = program(3 * (np.array([1.0, 2.0]) + h))
print(f"{(moved - A) / 1e-6:.3f}")
