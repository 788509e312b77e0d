import torch


def f(b):
    return (b - 0.3) ** 2


p = torch.tensor(0.2, requires_grad=True)

b = torch.tensor([0.0, 1.0])
probability = torch.stack([1 - p, p])
(right,) = torch.autograd.grad(
    probability @ f(b), p, retain_graph=True
)

hard = b + p - p.detach()  # (1)!
(biased,) = torch.autograd.grad(
    probability.detach() @ f(hard), p
)
print(right, biased)
