import torch

x = torch.tensor([1.0, 2.0, 3.0])
x.requires_grad_()
x[0] = 100.0
