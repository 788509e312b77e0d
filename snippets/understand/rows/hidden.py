import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = x**2
J = torch.zeros(3, 3)

for i, e in enumerate(torch.eye(3)):
    (J[:, i],) = torch.autograd.grad(
        y, x, e, retain_graph=True
    )

print(J)
print(torch.equal(J, J.T))
