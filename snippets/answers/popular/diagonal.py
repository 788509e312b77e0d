import torch

x1 = torch.tensor(1.0, requires_grad=True)
x2 = torch.tensor(2.0, requires_grad=True)
x3 = torch.tensor(3.0, requires_grad=True)
x = (x1, x2, x3)
y = torch.stack(
    [x1 * x2 * x3, x1 + x2 + x3, x1 + x2 * x3]
)
v = torch.tensor([0.1, 0.2, 0.3])

claimed = [
    v[i]
    * torch.autograd.grad(
        y[i], x[i], retain_graph=True
    )[0]
    for i in range(3)
]
print(*claimed)  # (1)!

y.backward(v)
print(x1.grad, x2.grad, x3.grad)  # (2)!
