import torch
from torch.nn.utils import clip_grad_norm_

w = torch.nn.Parameter(torch.tensor([1.0, 2.0]))
opt = torch.optim.SGD([w], lr=0.1)
scaler = torch.amp.GradScaler(w.device.type)


x = torch.tensor([[1.0, 2.0], [2.0, 2.0]])
for part in x:  # gradient accumulation
    loss = (w * part).sum()
    scaler.scale(loss).backward()
scaler.unscale_(opt)
print(clip_grad_norm_([w], 1.0))
scaler.step(opt)
scaler.update()
