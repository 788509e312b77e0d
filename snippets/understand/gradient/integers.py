import torch

x1 = torch.tensor(1, requires_grad=True)
