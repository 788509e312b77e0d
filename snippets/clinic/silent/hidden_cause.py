import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)

loss = (x > 1.2).float().mean()
loss.requires_grad = True
loss.backward()
print(x.grad, loss.grad)
