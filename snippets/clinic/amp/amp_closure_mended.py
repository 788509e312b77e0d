import torch

w = torch.nn.Parameter(torch.tensor([1.0, 2.0]))
opt = torch.optim.LBFGS([w])


def closure():
    opt.zero_grad()
    loss = (w**2).sum()
    loss.backward()
    return loss


opt.step(closure)
print(w.abs().max() < 1e-6)
