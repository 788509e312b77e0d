import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)

for _ in range(3):
    loss = (x**2).sum()
    loss.backward()
    print(x.grad, 2 * x.detach())
