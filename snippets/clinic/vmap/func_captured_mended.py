import torch


def loss(w, steps):
    return (w**2).sum(), steps + 1


f = torch.func.grad(loss, has_aux=True)
w = torch.tensor([1.0, 2.0])
print(f(w, torch.zeros(())))
