import warnings

import torch

x1 = torch.tensor(1.0, requires_grad=True)

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    torch.tensor([x1])
print(str(seen[0].message).splitlines()[0])
