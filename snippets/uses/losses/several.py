import torch

a, b = (
    torch.tensor([-2.0, 1.0]),
    torch.tensor([3.0, -2.0]),
)
x = torch.tensor([1.0, 2.0], requires_grad=True)
L1, L2 = (
    ((x - a) ** 2).sum() / 2,
    ((x - b) ** 2).sum() / 2,
)

torch.autograd.backward(
    [L1, L2],
    [torch.tensor(0.5), torch.tensor(0.25)],
)
print(x.grad)
