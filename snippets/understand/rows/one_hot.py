import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = torch.stack(
    [
        x[0] * x[1] * x[2],
        x[0] + x[1] + x[2],
        x[0] + x[1] * x[2],
    ]
)

for e in torch.eye(3):  # (1)!
    x.grad = None  # (2)!
    y.backward(e, retain_graph=True)  # (3)!
    print(e, x.grad)
