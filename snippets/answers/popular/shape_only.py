import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
for v in (
    torch.ones(3),
    torch.zeros(3),
    torch.tensor([0.1, 0.2, 0.3]),
):  # (1)!
    x.grad = None
    (x**2).backward(v)
    print(x.grad)
(x**2).backward(torch.ones(2))  # (2)!
