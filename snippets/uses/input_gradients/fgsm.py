import torch

x = torch.tensor(
    [[1.0, 1.5], [0.5, 1.0], [1.0, 0.5]],
    requires_grad=True,
)
label = torch.tensor([1.0, 1.0, -1.0])


def score(x):
    return x[:, 1] - x[:, 0] ** 2  # (1)!


s = score(x)
s.backward(-label)  # (2)!
attacked = (
    x.detach() + 0.25 * x.grad.sign()
)  # (3)!

print(x.grad)
print(s.sign() == label)
print(score(attacked).sign() == label)
