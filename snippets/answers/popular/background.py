import torch

n = 100_000
x = torch.ones(n, requires_grad=True)
y = x.cumsum(0)  # (1)!

y.backward(torch.ones(n))
print(x.grad[:3])
print(
    n * n * x.element_size() / 1e9, "GB"
)  # (2)!
