import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
buffer = torch.empty(3)

buffer.copy_(torch.mul(x, x))
buffer.sum().backward()
print(x.grad)
