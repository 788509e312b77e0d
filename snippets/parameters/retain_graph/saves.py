import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)
for y in x + 1, -x, x.sum(), x * 2, x**2, x.exp():
    v = torch.ones_like(y)
    y.backward(v)
    try:
        y.backward(v)
        print(y.grad_fn.name(), "survives")
    except RuntimeError:
        print(y.grad_fn.name(), "fails")

print((x * 2).grad_fn._saved_other)  # (1)!
print((x**2).grad_fn._saved_self)
print(x.exp().grad_fn._saved_result)
