import torch

net = torch.nn.Sequential(
    torch.nn.Linear(2, 4), torch.nn.Tanh()
)


def hook(module, grad_input, grad_output):
    print([list(g.shape) for g in grad_input])


net.register_full_backward_hook(hook)
x = torch.ones(3, 2, requires_grad=True)
net(x).sum().backward()
