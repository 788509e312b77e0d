import torch

for dtype in (torch.float32, torch.bfloat16):
    x = torch.ones((), dtype=dtype)
    x.requires_grad_()
    for _ in range(1000):
        x.backward()
    print(dtype, x.grad.item())
