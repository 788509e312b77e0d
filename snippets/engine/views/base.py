import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = 2 * x
a = y[:2]
b = a[1:]
d = y.detach()

for name, t in zip("yabd", (y, a, b, d)):
    print(name, t._is_view(), t._base is y)

print(b._view_func(torch.tensor([7.0, 8.0, 9.0])))

b.mul_(10)
print([t._version for t in (y, a, b, d)])
