import copy

import torch

layer = torch.nn.Linear(1, 1)
layer.register_full_backward_hook(
    lambda *got: print("module")
)
layer.weight.register_hook(
    lambda g: print("tensor")
)

x = torch.ones(1, 1, requires_grad=True)
layer(x).backward()
print("copy")
copy.deepcopy(layer)(x).backward()
