import warnings

import torch
from torch.utils.checkpoint import checkpoint

f = torch.nn.Linear(2, 1)
x = torch.ones(1, 2)

warnings.simplefilter("ignore")  # (1)!
for reentrant in (True, False):
    y = checkpoint(f, x, use_reentrant=reentrant)
    print(reentrant, y.requires_grad)
