import torch


def hook(grad):
    print(grad)


net = torch.nn.Linear(2, 1)
net.weight.register_hook(hook)
net(torch.ones(2)).sum().backward()
