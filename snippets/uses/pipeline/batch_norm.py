import torch
from torch.nn.functional import batch_norm

x = torch.tensor([[1.0], [3.0], [5.0], [11.0]])
w = torch.tensor(1.0, requires_grad=True)


def loss(x):
    h = batch_norm(x, None, None, training=True)
    return (w * h**3).mean()


loss(x).backward()
print(f"whole {w.grad:.3f}")
w.grad = None
for part in x.chunk(2):
    (loss(part) / 2).backward()
print(f"parts {w.grad.abs():.3f}")
