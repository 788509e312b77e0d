import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
right = 2 * x.detach().clone()

loss = (x**2).sum()
loss.backward()
with torch.no_grad():
    x.mul_(10)
print(x.grad, right)
