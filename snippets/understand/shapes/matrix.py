import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()
x1, x2, x3 = x
Y = torch.stack(
    [x1 * x2, x2 * x3, x1 + x2, x2 + x3]
).reshape(2, 2)
print(Y)

V = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
Y.backward(V)
print(x.grad)
