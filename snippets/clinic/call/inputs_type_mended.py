import torch

net = torch.nn.Linear(2, 1)
loss = net(torch.ones(2)).sum()
names = dict(net.named_parameters())
print(torch.autograd.grad(loss, names))
