import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
h = x**2
z = h.prod()

z.backward(inputs=[h])
print(h.grad)
print(x.grad)
