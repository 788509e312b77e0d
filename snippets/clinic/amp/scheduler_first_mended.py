import torch

w = torch.nn.Parameter(torch.tensor([1.0, 2.0]))
opt = torch.optim.SGD([w], lr=0.1)
sched = torch.optim.lr_scheduler.StepLR(opt, 1)
scaler = torch.amp.GradScaler(w.device.type)

loss = (w * 1e38).sum()  # overflows when scaled
scaler.scale(loss).backward()
scaler.step(opt)
before = scaler.get_scale()
scaler.update()
if scaler.get_scale() >= before:
    sched.step()
print(before, scaler.get_scale())
