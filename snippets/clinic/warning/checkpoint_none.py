import warnings

import torch
from torch.utils.checkpoint import checkpoint

w = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
x = torch.tensor([0.1, 0.2, 0.3])

with warnings.catch_warnings(
    record=True
) as caught:
    warnings.simplefilter("always")
    y = checkpoint(
        lambda x: w * x, x, use_reentrant=True
    )
print(w.requires_grad, y.requires_grad)
print("UserWarning:", caught[0].message)
