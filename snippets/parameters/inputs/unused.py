import collections

import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
other = torch.tensor(1.0, requires_grad=True)
constant = torch.tensor(1.0)

for inputs in (
    [other],
    [constant],
    collections.OrderedDict(x=x),
):  # (1)!
    try:
        (x**2).sum().backward(inputs=inputs)
        print("accepted:", other.grad)
    except (RuntimeError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
