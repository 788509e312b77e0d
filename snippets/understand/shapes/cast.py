import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
y = x**2 + 2

for dtype in [
    torch.int64,
    torch.bool,
    torch.float16,
    torch.float64,
]:
    x.grad = None
    v = torch.tensor([1, 0, 1], dtype=dtype)
    y.backward(v, retain_graph=True)
    print(v.dtype, x.grad, x.grad.dtype)
