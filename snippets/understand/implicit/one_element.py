import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()

for shape in [(), (1,), (1, 1, 1)]:
    x.grad = None
    z = (x**2 + 2).sum().reshape(shape)
    z.backward()
    print(z.shape, x.grad)
