import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
v = torch.ones(3)
y = x + 1
y[0] = 5.0
y.backward(v)
print(x.grad, y.grad_fn.name())
try:
    y.backward(v)
except RuntimeError as error:
    print(str(error).partition(" (")[0])
