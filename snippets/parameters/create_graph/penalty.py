import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)

for create_graph in False, True:
    w = torch.tensor(
        [1.5, 1.0], requires_grad=True
    )
    D = (w * x**2).sum()
    (g,) = torch.autograd.grad(
        D,
        x,
        retain_graph=True,
        create_graph=create_graph,
    )
    penalty = (g.norm() - 1) ** 2
    (D + penalty).backward(inputs=[w])
    print(create_graph, penalty.item(), w.grad)
