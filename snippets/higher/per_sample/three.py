import torch
from torch.func import grad, vmap

W = torch.tensor(
    [[0.5, -1.0, 0.2], [0.1, 0.3, 1.0]],
    requires_grad=True,
)
x = torch.tensor(
    [
        [1.0, 0.0, 2.0],
        [0.0, 1.0, 0.0],
        [3.0, -1.0, 1.0],
        [0.1, 0.2, 0.3],
    ]
)
y = torch.tensor(
    [
        [1.0, 0.0],
        [0.0, 1.0],
        [1.0, 1.0],
        [0.0, 0.0],
    ]
)


def loss(W, x, y):
    return (torch.tanh(W @ x) - y).square().sum()


# one backward pass for each sample
loop = torch.stack(
    [
        torch.autograd.grad(loss(W, *s), W)[0]
        for s in zip(x, y)
    ]
)

# the gradient of one sample, vectorised
batched = vmap(grad(loss), (None, 0, 0))(
    W.detach(), x, y
)

# one backward pass, an outer product in a hook
hooked = []
a = x @ W.T
a.register_hook(
    lambda d: hooked.append(
        torch.einsum("bo,bi->boi", d, x)
    )
)  # (1)!
(torch.tanh(a) - y).square().sum().backward()

torch.testing.assert_close(loop, batched)
torch.testing.assert_close(loop, hooked[0])
torch.testing.assert_close(loop.sum(0), W.grad)
print(tuple(loop.shape))
print(loop.flatten(1).norm(dim=1))
