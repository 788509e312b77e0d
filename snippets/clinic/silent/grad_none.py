import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
w = torch.tensor(
    [4.0, 5.0, 6.0], requires_grad=True
)

loss = (w * x.detach()).sum()
loss.backward()
print(x.grad, w.detach())
