import inspect

import torch

backward = torch.Tensor.backward
print(inspect.signature(backward))
