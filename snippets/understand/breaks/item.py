import math

import torch

x = torch.tensor(2.0, requires_grad=True)

recorded = x.exp()
cut = torch.tensor(math.exp(x.item()))
print(recorded)
print(cut)
