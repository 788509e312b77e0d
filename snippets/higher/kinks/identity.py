import torch

relu = torch.nn.functional.relu


def f(x):
    return relu(x) - relu(-x)  # (1)!


for value in -1.0, 0.0, 1.0:
    x = torch.tensor(value, requires_grad=True)
    (g,) = torch.autograd.grad(f(x), x)
    print(f(x).item() == value, g.item())

x = torch.tensor(0.0, requires_grad=True)
optimizer = torch.optim.SGD([x], lr=0.1)
for _ in range(100):
    optimizer.zero_grad()
    ((f(x) - 1) ** 2).backward()
    optimizer.step()
print(x.item())
