import torch

model = torch.nn.Linear(2, 1)
opt = torch.optim.SGD(model.parameters(), lr=0.1)
device = model.weight.device.type
scaler = torch.amp.GradScaler(device)

x = torch.ones(1, 2)
with torch.autocast(device, torch.float16):
    loss = model(x).float().sum()
scaler.scale(loss).backward()
scaler.step(opt)
print(model.weight.dtype)
