import warnings

import torch

x1 = torch.tensor(1.0, requires_grad=True)
x2 = torch.tensor(2.0, requires_grad=True)
x3 = torch.tensor(3.0, requires_grad=True)

joined = torch.stack([x1, x2, x3])
print(joined)

warnings.simplefilter("ignore")
copied = torch.tensor([x1, x2, x3])
print(copied)
