import torch

v = torch.tensor([1.0, 0.0])
for f in [
    lambda z: z.softmax(0).log(),
    lambda z: z.log_softmax(0),
]:
    z = torch.tensor([0.0, 200.0])
    z.requires_grad_()
    f(z).backward(v)
    print(z.grad)
