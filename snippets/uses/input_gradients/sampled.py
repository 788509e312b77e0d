import torch

mu = torch.tensor(1.0, requires_grad=True)
sigma = torch.tensor(2.0, requires_grad=True)

z = torch.normal(
    mu.expand(4), sigma.expand(4)
)  # (1)!
z.backward(2 * z.detach() / len(z))
print(mu.grad, sigma.grad)

normal = torch.distributions.Normal(mu, sigma)
print(
    normal.sample((4,)).requires_grad,
    normal.rsample((4,)).requires_grad,
)  # (2)!
