import torch

x = torch.tensor(4.0, requires_grad=True)
x.sqrt().backward(torch.tensor(0.0))
print(x.grad)

x = torch.tensor(0.0, requires_grad=True)
x.sqrt().backward(torch.tensor(0.0))
print(x.grad)
