import torch

q = torch.tensor([1.0, 4.0, 9.0])
print(
    torch.autograd.functional.jacobian(
        lambda q: q, q
    )
)  # (1)!

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
for v in (
    torch.ones(3),
    torch.tensor([0.1, 0.2, 0.3]),
):  # (2)!
    x.grad = None
    (x**2).backward(v)
    print(x.grad)
