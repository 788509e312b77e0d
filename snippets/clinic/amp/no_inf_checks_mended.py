import torch

w = torch.nn.Parameter(torch.tensor(1.0))
opt = torch.optim.SGD([w], lr=0.1)
scaler = torch.amp.GradScaler(w.device.type)

loss = w * 2
scaler.scale(loss).backward()
print([p.grad is None for p in [w]])
scaler.step(opt)
print(w.item())
