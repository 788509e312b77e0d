import torch

a, b = (
    torch.tensor([-2.0, 1.0]),
    torch.tensor([3.0, -2.0]),
)
w = torch.tensor([0.5, 0.25])

x = torch.tensor([1.0, 2.0], requires_grad=True)
L = torch.stack(
    [
        ((x - a) ** 2).sum() / 2,
        ((x - b) ** 2).sum() / 2,
    ]
)  # (1)!
L.backward(w)
print(L.detach(), x.grad)

x.grad = None
L = torch.stack(
    [
        ((x - a) ** 2).sum() / 2,
        ((x - b) ** 2).sum() / 2,
    ]
)
(w * L).sum().backward()
print(x.grad)
