import warnings

import torch
from torch.utils.checkpoint import checkpoint

x = torch.tensor([1.0, 2.0], requires_grad=True)
with warnings.catch_warnings(
    record=True
) as caught:
    warnings.simplefilter("always")
    y = checkpoint(torch.exp, x)
print("UserWarning:", caught[0].message)
