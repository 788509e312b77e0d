import torch

z = torch.tensor(1 + 2j, requires_grad=True)
loss = z.abs() ** 2

loss.backward()
print(z.grad)
