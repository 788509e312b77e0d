import warnings

import torch


def show(module, grad_input, grad_output):
    print(grad_input, grad_output)


layer = torch.nn.Linear(2, 1)
layer.register_full_backward_hook(show)

with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    layer(torch.ones(1, 2)).sum().backward()
print(str(w[0].message)[:39])
