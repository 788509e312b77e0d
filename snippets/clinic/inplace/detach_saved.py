import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
h = 3 * x
loss = (h**2).sum()
h.detach_()
loss.backward()
