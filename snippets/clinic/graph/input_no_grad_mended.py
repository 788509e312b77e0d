import torch

w = torch.tensor(
    [4.0, 5.0, 6.0], requires_grad=True
)
x = torch.tensor([1.0, 2.0, 3.0]).requires_grad_()
loss = (w * x**2).sum()

print(torch.autograd.grad(loss, x))
