import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
J = torch.zeros(3, 3)

for i in range(3):
    y = torch.stack(
        [
            x[0] * x[1] * x[2],
            x.sum(),
            x[0] + x[1] * x[2],
        ]
    )
    x.grad = None
    y[i].backward()
    J[i] = x.grad
print(J)
