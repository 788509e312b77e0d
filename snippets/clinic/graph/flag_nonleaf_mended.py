import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = (x**2).detach()

loss = (x * y).sum()
loss.backward()
print(y.requires_grad, x.grad)
