import torch
from torch.nn.utils import clip_grad_norm_

w = torch.tensor([3.0, 4.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)

(w * w / 2).sum().backward()
print(clip_grad_norm_([w], max_norm=1.0))
optimizer.step()
print(w.grad, w.detach())
