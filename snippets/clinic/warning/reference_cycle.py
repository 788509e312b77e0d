import warnings

import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)

with warnings.catch_warnings(
    record=True
) as caught:
    warnings.simplefilter("always")
    (x**3).sum().backward(create_graph=True)
print(x.grad)
print(
    "UserWarning:",
    str(caught[0].message).partition(
        " (Triggered"
    )[0],
)
x.grad = None
