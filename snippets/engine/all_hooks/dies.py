import torch
from torch.autograd.graph import (
    get_gradient_edge as edge,
)

w = torch.tensor(2.0, requires_grad=True)
hook = lambda v: print("fired", v[0])

edge(w).node.register_prehook(hook)
(3 * w).backward()
print("dropped")

node = edge(w).node
node.register_prehook(hook)
(3 * w).backward()
print("kept")
