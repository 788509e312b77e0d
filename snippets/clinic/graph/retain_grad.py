import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
with torch.no_grad():
    h = x**2

h.retain_grad()
