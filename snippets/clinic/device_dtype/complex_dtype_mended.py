import torch

z = torch.tensor(
    [1 + 2j, 3 + 4j], requires_grad=True
)
y = 2 * z

y.backward(torch.ones_like(y))
print(z.grad)
