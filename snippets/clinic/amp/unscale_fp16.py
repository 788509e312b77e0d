import torch

model = torch.nn.Linear(2, 1).half()
opt = torch.optim.SGD(model.parameters(), lr=0.1)
device = model.weight.device.type
scaler = torch.amp.GradScaler(device)

x = torch.ones(1, 2).half()
loss = model(x).float().sum()
scaler.scale(loss).backward()
scaler.step(opt)
