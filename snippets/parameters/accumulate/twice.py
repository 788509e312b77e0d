import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)

for call in 1, 2, 3:
    z = (x**2 + 2).sum()
    z.backward()
    print(call, x.grad)
