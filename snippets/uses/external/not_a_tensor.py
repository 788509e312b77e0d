import numpy as np
import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = torch.stack(
    [x.prod(), x.sum(), x[0] + x[1] * x[2]]
)

y.backward(np.array([0.375, -0.125, 0.3125]))
