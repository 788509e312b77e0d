import torch

x = torch.tensor([1.0, 2.0, 3.0])

torch.func.grad(lambda x: x**2)(x)
