import torch

mu = torch.tensor(1.0, requires_grad=True)
sigma = torch.tensor(2.0, requires_grad=True)
eps = torch.tensor([-1.4, -0.2, 0.2, 1.4])  # (1)!

z = mu + sigma * eps  # (2)!
v = 2 * z.detach() / len(z)  # (3)!
z.backward(v)
print(mu.grad, sigma.grad)
