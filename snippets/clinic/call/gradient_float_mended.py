import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)

loss = (x**2).sum()
loss.backward(torch.tensor(2.0))
print(x.grad)

x.grad = None
loss = 2.0 * (x**2).sum()
loss.backward()
print(x.grad)
