import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = x**2
v = torch.ones(3)

y.backward(v, retain_graph=True)
print(y.grad_fn._saved_self)  # (1)!

y.backward(v)  # (2)!
print(y.grad_fn.name(), y.grad_fn._saved_exponent)
try:
    print(y.grad_fn._saved_self)
except RuntimeError as error:
    print(error)
