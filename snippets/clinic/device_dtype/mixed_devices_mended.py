import torch
from torch._subclasses.fake_tensor import (
    FakeTensorMode,
)

with FakeTensorMode():
    x = torch.ones(3, device="cpu")
    w = torch.ones(3, device="cuda")
    y = x.to(w.device) * w
    print(y.shape, y.device == w.device)
