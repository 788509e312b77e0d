import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
right = 2 * x.detach().clone()

loss = (x**2).sum()
x.data.mul_(10)
loss.backward()
print(x.grad, right)
