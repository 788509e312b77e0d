import torch

x = torch.tensor(2.0, requires_grad=True)
h = x**2

cut = h.detach().requires_grad_()
(3 * cut).backward()
(cut**2).backward()
print(cut.grad)

h.backward(cut.grad)
print(x.grad)
