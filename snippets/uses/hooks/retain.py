import warnings

import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = x**2
z = y.sum()

with warnings.catch_warnings(
    record=True
) as caught:
    warnings.simplefilter("always")
    print(y.is_leaf, y.grad)
print(
    str(caught[0].message).partition(" If you")[0]
)

y.retain_grad()
z.backward()
print(y.grad, x.grad)
