import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = torch.stack(
    [x.prod(), x.sum(), x[0] + x[1] * x[2]]
)

A = 0.1 * y[0] + 0.2 * y[1] + 0.3 * y[2]  # (1)!
A.backward()
print(x.grad)
