import torch

x = torch.tensor(3.0, requires_grad=True)
y = 5 * x**2

times = y.grad_fn
square = times.next_functions[0][0]
leaf = square.next_functions[0][0]
print(times.name(), square.name(), leaf.name())
