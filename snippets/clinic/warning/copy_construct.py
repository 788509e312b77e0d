import warnings

import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)

with warnings.catch_warnings(
    record=True
) as caught:
    warnings.simplefilter("always")
    y = torch.tensor(x)
print(x.requires_grad, y.requires_grad)
print("UserWarning:", caught[0].message)
