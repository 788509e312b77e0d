import torch

x = torch.tensor(
    2.0, dtype=torch.float64, requires_grad=True
)


def losses(x):
    h = x**2
    return 3 * h, h**2


a, b = losses(x)
a.backward(retain_graph=True)  # (1)!
b.backward()  # (2)!
two_walks, x.grad = x.grad, None

a, b = losses(x)
(a + b).backward()  # (3)!
torch.testing.assert_close(x.grad, two_walks)
print(x.grad)
