import warnings

import torch

x1 = torch.tensor(1.0, requires_grad=True)
x2 = torch.tensor(2.0, requires_grad=True)

with warnings.catch_warnings(
    record=True
) as caught:
    warnings.simplefilter("always")
    x = torch.tensor([x1, x2])
print(
    x1.requires_grad,
    x2.requires_grad,
    x.requires_grad,
)
print(
    "UserWarning:",
    str(caught[0].message).partition(
        " (Triggered"
    )[0],
)
