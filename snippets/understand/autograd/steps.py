import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()

print((2 * x).requires_grad)
print((x > 1).requires_grad)
print(x.argmax().requires_grad)
