import torch

X = (
    torch.arange(12, dtype=torch.float64).reshape(
        6, 2
    )
    / 4
)
t = torch.arange(6)
w = torch.tensor(
    [0.5, -1.0],
    dtype=torch.float64,
    requires_grad=True,
)


def loss(X, t):
    return ((X @ w - t) ** 2).mean()


loss(X, t).backward()
whole, w.grad = w.grad, None
print(whole)

for Xk, tk in zip(X.split(4), t.split(4)):  # (1)!
    share = torch.tensor(
        len(Xk) / len(X), dtype=torch.float64
    )
    loss(Xk, tk).backward(gradient=share)  # (2)!
print(w.grad)
torch.testing.assert_close(w.grad, whole)
