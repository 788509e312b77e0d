import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = torch.stack([x.prod(), x.sum()])

y.backward(
    torch.tensor([0.1, 0.2]), retain_graph=True
)  # (1)!
print(x.grad)
y.backward(torch.tensor([0.1, 0.2, 0.3]))
