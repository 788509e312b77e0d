import torch

z = torch.tensor(1 + 2j, requires_grad=True)
loss = z * z

loss.backward()
