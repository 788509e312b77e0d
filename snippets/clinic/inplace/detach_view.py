import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
states = 3 * x
last = states[-1]
last.detach_()
