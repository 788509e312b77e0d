import torch
from torch._subclasses.fake_tensor import (
    FakeTensorMode,
)

with FakeTensorMode():
    x = torch.ones(3, device="cpu")
    w = torch.ones(3, device="cuda")
    x * w
