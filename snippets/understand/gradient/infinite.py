import torch

x = torch.tensor([0.0, 4.0])
x.requires_grad_()

y = x.sqrt()
y.backward(torch.tensor([0.0, 1.0]))
print(x.grad)
