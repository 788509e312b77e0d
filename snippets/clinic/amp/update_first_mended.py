import torch

w = torch.nn.Parameter(torch.tensor([1.0, 2.0]))
opt = torch.optim.SGD([w], lr=0.1)
scaler = torch.amp.GradScaler(w.device.type)

scaler.scale((w**2).sum()).backward()
scaler.step(opt)
scaler.update()
print(w)
