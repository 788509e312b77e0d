import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = x.clone()
y[0] = 5.0

(y**2).sum().backward()
print(x.grad)
