from multiprocessing.reduction import (
    ForkingPickler,
)

import torch
import torch.multiprocessing

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x**2
ForkingPickler.dumps(y)  # as queue.put(y) does
