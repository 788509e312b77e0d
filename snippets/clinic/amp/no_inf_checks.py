import torch

w = torch.nn.Parameter(torch.tensor(1.0))
opt = torch.optim.SGD([w], lr=0.1)
scaler = torch.amp.GradScaler(w.device.type)

loss = (w.detach() * 2).requires_grad_()
scaler.scale(loss).backward()
scaler.step(opt)
