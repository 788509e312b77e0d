import torch

x = torch.tensor([1.0, 2.0, 3.0])
w = torch.tensor(
    [4.0, 5.0, 6.0], requires_grad=True
)
b = torch.tensor(7.0, requires_grad=True)

z = (w * x + b).sum()
z.backward(inputs=[w])
print(w.grad)
print(b.grad)
