import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)

z = (x**2 + 2).sum()
z.backward(torch.tensor(2.0))
print(x.grad)

x.grad = None
z = (x**2 + 2).sum()
(2 * z).backward()
print(x.grad)
