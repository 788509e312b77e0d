import torch
from numpy.random import RandomState

draws = RandomState(0).rand(2, 100_000)
for dtype in (
    torch.float64,
    torch.float32,
    torch.float16,
    torch.bfloat16,
):
    a, b = torch.tensor(draws).to(dtype)
    print(dtype, (a == b).sum().item())
