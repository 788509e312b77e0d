import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = 2 * x
z = y[:2].clone() ** 2
y[2] = 0
z.sum().backward()
print(x.grad)
