import torch

net = torch.nn.Linear(2, 1)
loss = net(torch.ones(2)).sum()
torch.autograd.grad(
    loss, list(net.named_parameters())
)
