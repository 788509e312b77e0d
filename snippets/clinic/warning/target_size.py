import warnings

import torch

x = torch.tensor(
    [[1.0], [2.0], [3.0]], requires_grad=True
)
target = torch.tensor([1.0, 2.0, 3.0])

with warnings.catch_warnings(
    record=True
) as caught:
    warnings.simplefilter("always")
    loss = torch.nn.functional.mse_loss(x, target)
loss.backward()
print(loss.item() == 0, x.grad.flatten())
print("UserWarning:", caught[0].message)
