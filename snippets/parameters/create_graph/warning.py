import warnings

import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
z = (x**3).sum()

with warnings.catch_warnings(
    record=True
) as caught:
    warnings.simplefilter("always")
    z.backward(create_graph=True)

print(x.grad)
message = str(caught[0].message).partition(
    " (Triggered"
)[0]
print(message.replace(". ", ".\n"))
