import torch

image = torch.tensor(
    [
        [0.0, 0.9, 0.1],
        [0.2, 1.0, 0.0],
        [0.5, 0.6, 0.9],
    ],
    requires_grad=True,
)


def contrast(x):  # (1)!
    return (
        (2 * x[:, 1] - x[:, 0] - x[:, 2])
        .relu()
        .square()
        .sum()
    )


scores = torch.stack(
    [contrast(image), contrast(image.T)]
)  # (2)!
scores.backward(torch.tensor([1.0, 0.0]))  # (3)!
print(scores.detach())
print(image.grad)
