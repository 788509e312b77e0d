import torch

x = torch.tensor([1.0, 2.0])


def loss(w):
    pred = w * x
    return (pred**2).sum(), pred


f = torch.func.grad(loss, has_aux=True)
print(f(torch.tensor(3.0)))
