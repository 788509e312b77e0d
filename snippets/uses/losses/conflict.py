import torch

a, b = (
    torch.tensor([-2.0, 1.0]),
    torch.tensor([3.0, -2.0]),
)
x = torch.tensor([1.0, 2.0], requires_grad=True)
L = torch.stack(
    [
        ((x - a) ** 2).sum() / 2,
        ((x - b) ** 2).sum() / 2,
    ]
)

(J,) = torch.autograd.grad(
    L, x, torch.eye(2), is_grads_batched=True
)  # (1)!
r1, r2 = J
print(J)
print(r1 @ r2)

p1 = r1 - (r1 @ r2) / (r2 @ r2) * r2  # (2)!
p2 = r2 - (r1 @ r2) / (r1 @ r1) * r1
print(p1, p2)
print(
    (p1 @ r2).abs() < 1e-6, (p2 @ r1).abs() < 1e-6
)
