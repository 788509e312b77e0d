import torch

x = torch.tensor(3.0, requires_grad=True)

scale = torch.tensor(x.item())
y = scale * x
y.backward()
print(x.grad)
