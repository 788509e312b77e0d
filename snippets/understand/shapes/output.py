import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = torch.stack(
    [x[0] * x[1] * x[2], x[0] + x[1] + x[2]]
)

v = torch.tensor([0.1, 0.2])
y.backward(v)
print(v.shape == y.shape, x.grad.shape == x.shape)
print(x.grad)
