import torch


def loss(w, x, scale):
    return scale * (w @ x)


w = torch.tensor([1.0, 2.0])
xs = torch.tensor([[1.0, 0.0], [0.0, 1.0]])
f = torch.vmap(loss, in_dims=(None, 0, None))
print(f(w, xs, 10.0))
