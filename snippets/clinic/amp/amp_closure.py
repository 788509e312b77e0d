import torch

w = torch.nn.Parameter(torch.tensor([1.0, 2.0]))
opt = torch.optim.LBFGS([w])
scaler = torch.amp.GradScaler(w.device.type)


def closure():
    opt.zero_grad()
    loss = (w**2).sum()
    scaler.scale(loss).backward()
    return loss


scaler.step(opt, closure=closure)
