import numpy as np
import torch

K = np.array(
    [
        [2.0, 1.0, 0.0],
        [0.0, 1.0, 1.0],
        [0.0, 0.0, 2.0],
    ]
)
target = np.array([1.0, 2.25, 3.0])


def simulate(y):
    u = np.linalg.solve(K, y)
    A = 0.5 * np.sum((u - target) ** 2)
    return A, np.linalg.solve(K.T, u - target)


x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = torch.stack(
    [x.prod(), x.sum(), x[0] + x[1] * x[2]]
)

A, gradient = simulate(
    y.detach().cpu().numpy()
)  # (1)!
v = torch.as_tensor(gradient).to(y)  # (2)!
y.backward(v)
print(f"{A:.4f}", v, x.grad, sep="\n")
