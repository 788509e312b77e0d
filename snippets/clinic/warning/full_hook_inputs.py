import warnings

import torch


def hook(module, grad_input, grad_output):
    print(grad_input, module.weight.grad)


net = torch.nn.Linear(2, 1)
net.register_full_backward_hook(hook)
with warnings.catch_warnings(
    record=True
) as caught:
    warnings.simplefilter("always")
    net(torch.ones(2)).sum().backward()
print("UserWarning:", caught[0].message)
