import torch

x = (
    torch.tensor([1, 2, 3])
    .float()
    .requires_grad_()
)

(x**2).sum().backward()
print(x.grad)
