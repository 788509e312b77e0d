import torch


def hvp(f, x, u):
    x = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(
        f(x), x, create_graph=True
    )
    return torch.autograd.grad(g, x, u)[0]


x = torch.tensor([1.0, 2.0])
u = torch.ones(2)
W = torch.tensor([[1.0, -1.0], [2.0, 1.0]])
for act in (torch.tanh, torch.relu):
    net = lambda x: act(W @ x).sum()
    print(act.__name__, hvp(net, x, u))
