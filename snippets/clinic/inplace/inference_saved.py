import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
with torch.inference_mode():
    w = torch.tensor([0.1, 0.2, 0.3])

(w * x).sum().backward()
