import torch

x = torch.tensor(
    [1.0, 2.0, 3.0], requires_grad=True
)

for code in (
    "x + 1",
    "-x",
    "x.sum()",
    "x * 2",
    "x**2",
    "x.exp()",
):
    y = eval(code)
    v = torch.ones_like(y)
    saved = [
        name
        for name in dir(y.grad_fn)
        if torch.is_tensor(
            getattr(y.grad_fn, name)
        )
    ]
    y.backward(v)
    try:
        y.backward(v)
        print(code, saved, "survives")
    except RuntimeError:
        print(code, saved, "fails")

print((x * 2).grad_fn._saved_other)  # (1)!
