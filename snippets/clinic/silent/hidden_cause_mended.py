import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)

loss = torch.sigmoid(x - 1.2).mean()
loss.backward()
print(x.grad)
