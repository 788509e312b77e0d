import torch

x = torch.tensor(
    [[1.0], [2.0], [3.0]], requires_grad=True
)
target = torch.tensor([1.0, 2.0, 3.0])

loss = torch.nn.functional.mse_loss(
    x.squeeze(1), target
)
loss.backward()
print(loss.item() == 0, x.grad.flatten())
