import torch

x = torch.tensor(
    [1.0, 2.0, 3.0],
    dtype=torch.float64,
    requires_grad=True,
)
x1, x2, x3 = x
y1 = x1 * x2 * x3
y2 = x1 + x2 + x3
y3 = x1 + x2 * x3
y = torch.stack([y1, y2, y3])

v = torch.tensor(
    [0.1, 0.2, 0.3], dtype=torch.float64
)
y.backward(v)
print(x.grad.tolist())
