import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
w = torch.empty(3, device="meta")

w = torch.empty_like(w, device=x.device).fill_(
    2.0
)
(x * w).sum().backward()
print(x.grad)
