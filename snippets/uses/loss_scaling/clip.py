import torch

w = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
x = torch.tensor([1.0, 2.0, 2.0]).half()
optimizer = torch.optim.SGD([w])
scaler = torch.amp.GradScaler(
    w.device.type, init_scale=1024.0
)

loss = (w.half() * x).float().sum()
scaler.scale(loss).backward()
print(w.grad)

scaler.unscale_(optimizer)
print(w.grad)

norm = torch.nn.utils.clip_grad_norm_(
    [w], max_norm=1.5
)
print(norm, w.grad)
