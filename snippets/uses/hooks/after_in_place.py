import torch

x = torch.tensor(1.0, requires_grad=True)
y = 2 * x
y.register_hook(lambda v: print("before", v))
y.mul_(3)
y.register_hook(lambda v: print("after", v))

(5 * y).backward()
