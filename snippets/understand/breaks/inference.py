import torch

x = torch.tensor(3.0, requires_grad=True)

with torch.inference_mode():
    c = torch.tensor(2.0) * 5
print(c, c.requires_grad)

y = c * x
