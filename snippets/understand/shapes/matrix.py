import torch
from torch.autograd.functional import jacobian

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
V = torch.tensor([[1.0, 2.0], [3.0, 4.0]])


def f(x):
    return torch.stack(
        [x[:2] * x[1:], x[:2] + x[1:]]
    )


Y = f(x)
print(Y)
Y.backward(V)
print(x.grad)

J = jacobian(f, x)
print(J.shape)
torch.testing.assert_close(
    x.grad, torch.einsum("ij,ijk->k", V, J)
)  # (1)!
