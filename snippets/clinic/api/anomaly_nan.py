import warnings

import torch

x = torch.tensor([0.0, 0.25], requires_grad=True)
with (
    warnings.catch_warnings(),
    torch.autograd.set_detect_anomaly(True),
):
    warnings.simplefilter("ignore")
    y = torch.where(x > 0, x.sqrt(), 0.0)
    y.sum().backward()
