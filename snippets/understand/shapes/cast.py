import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()
v = torch.tensor([1, 0, 1])
mask = torch.tensor([True, False, True])

for w in [v, mask, v.half(), v.double()]:
    x.grad = None
    (x**2 + 2).backward(w)
    print(w.dtype, x.grad, x.grad.dtype)
