import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
columns, rows = torch.zeros(2, 3, 3)

for i, e in enumerate(torch.eye(3)):
    x.grad = None
    y = torch.stack(
        [
            x[0] * x[1] * x[2],
            x[0] + x[1] + x[2],
            x[0] + x[1] * x[2],
        ]
    )
    y.backward(e)
    columns[:, i] = x.grad  # (1)!
    rows[i] = x.grad  # (2)!

print(columns)
print(rows)
