import torch

w = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
x = torch.tensor([1.0, 2.0, 3.0]).half()
optimizer = torch.optim.SGD([w], lr=0.1)
scaler = torch.amp.GradScaler(
    w.device.type,
    init_scale=2.0**16,
    growth_interval=2,
)  # (1)!

for _ in range(7):
    optimizer.zero_grad()
    loss = (w.half() * x).float().sum()
    scaler.scale(loss).backward()  # (2)!
    before = w.detach().clone()
    scaler.step(optimizer)  # (3)!
    print(
        scaler.get_scale(),
        bool((w != before).any()),
    )
    scaler.update()  # (4)!

print(w.detach())
