import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
v = torch.tensor([0.1, 1.0, 0.0001])

y = 2 * x
y.backward(v)
print(x.grad)

x.grad = None
y = torch.stack(
    [
        x[0] * x[1] * x[2],
        x[0] + x[1] + x[2],
        x[0] + x[1] * x[2],
    ]
)
y.backward(v)
print(x.grad)
