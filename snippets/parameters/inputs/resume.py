import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)

h = x**2
(g,) = torch.autograd.grad(h.prod(), h)
h.backward(g)
print(x.grad)

h = x**2
h.prod().backward(inputs=[h])
try:
    h.backward(h.grad)
except RuntimeError as error:
    print(str(error).partition(" (")[0])
