import warnings

import torch

warnings.simplefilter("ignore")  # (1)!
for create_graph in (False, True):
    x = torch.tensor(2.0, requires_grad=True)
    (x**3).backward()
    kept = x.grad
    (x**3).backward(create_graph=create_graph)
    print(kept, x.grad.detach())
    x.grad = None  # (2)!
