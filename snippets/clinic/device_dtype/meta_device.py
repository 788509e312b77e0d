import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
w = torch.empty(3, device="meta")

y = x * w
