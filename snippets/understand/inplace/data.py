import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()

h = 2 * x
loss = (h**2).sum()
h.data.zero_()
loss.backward()
print(x.grad)
