import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = 2 * x
a = y[:2]
y.register_hook(lambda v: print("y before", v))
a.register_hook(lambda v: print("a before", v))
a.mul_(10)
y.register_hook(lambda v: print("y after", v))
y.backward(torch.ones(3))
