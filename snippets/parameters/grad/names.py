import torch

for function in (
    torch.autograd.backward,
    torch.autograd.grad,
):
    text = " ".join(function.__doc__.split())
    for product in (
        "Jacobian-vector product",
        "vector-Jacobian product",
    ):
        print(
            function.__name__,
            "|",
            product,
            "|",
            text.count(product),
        )
